/**
 * The one sheet every PDF is drawn on, in Typst. Words come as data, never as part of it: whatever somebody wrote is
 * printed, and nothing of it is run.
 */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.document))
#set document(title: data.title.text, author: "Sayso", date: none)
#let compact = data.compact
#set page(paper: "a4", margin: if compact { (x: 1.8cm, y: 1.5cm) } else { (x: 2.2cm, y: 2.2cm) }, numbering: "1")
#set text(font: data.fonts, size: if compact { 10.5pt } else { 12pt }, lang: data.title.language, dir: if data.title.rtl { rtl } else { ltr }, hyphenate: false)
#set par(leading: if compact { 0.6em } else { 0.75em }, spacing: if compact { 0.75em } else { 1em })
#set list(marker: [•], indent: 0.4em, spacing: 0.7em)
#set enum(indent: 0.4em, spacing: 0.7em)
#show heading.where(level: 1): set text(size: if compact { 14pt } else { 17pt })
#show heading.where(level: 2): set text(size: if compact { 12pt } else { 14pt }, fill: luma(25%))
#show heading.where(level: 3): set text(size: if compact { 10.5pt } else { 12pt })
#show heading: set block(above: if compact { 1em } else { 1.3em }, below: if compact { 0.5em } else { 0.7em }, sticky: true)
#show title: set text(size: if compact { 16pt } else { 20pt })

#let said(it) = text(lang: it.language, dir: if it.rtl { rtl } else { ltr }, it.text)
#let placed(it, body) = {
  set text(lang: it.language, dir: if it.rtl { rtl } else { ltr })
  body
}
#let draw(it) = {
  if it.kind == "heading" { placed(it.text, heading(level: it.level, it.text.text)) }
  else if it.kind == "line" { placed(it.text, par(text(fill: luma(if it.soft { 30% } else { 0% }), it.text.text))) }
  else if it.kind == "words" {
    placed(it.text, block(width: 100%, inset: (x: 1em, y: 0.6em), fill: luma(96%), par(it.text.text)))
  }
  else if it.kind == "list" {
    let items = it.items.map(said)
    placed(it.items.first(), if it.ordered { enum(..items) } else { list(..items) })
  }
  else if it.kind == "picture" { placed(it.alt, image(it.path, alt: it.alt.text, width: 65%)) }
  else if it.kind == "sound" { placed(it.text, par(text(fill: luma(30%), it.text.text))) }
  else if it.kind == "notice" {
    placed(it.title, block(width: 100%, inset: 0.8em, stroke: 1.5pt, breakable: false, {
      par(strong(it.title.text))
      for one in it.lines { placed(one, par(one.text)) }
    }))
  }
  else if it.kind == "facts" {
    for row in it.rows {
      placed(row.label, par(strong(row.label.text) + h(0.8em) + row.value.map(said).join(linebreak())))
    }
  }
  else if it.kind == "table" {
    let bars = it.rows.any(row => row.bar != none)
    let numbers = it.head.slice(1)
    // Beside the words, as on the screen: after the last number it would look as if it were drawn of that.
    let bar = if bars { (2cm,) } else { () }
    let widths = (if numbers.len() > 3 { 1.8fr } else { 2.6fr },) + bar + numbers.map(_ => 1fr)
    let of-head(one, side) = table.cell(fill: luma(94%), align: bottom + side, strong(said(one)))
    let begins(at) = at == 0 or (bars and at == 1)
    set text(size: if compact { 9pt } else { 10pt })
    placed(it.caption, block(breakable: it.rows.len() > 16, width: 100%, {
      block(sticky: true, below: 0.6em, strong(it.caption.text))
      table(
        columns: widths, align: (at, _) => horizon + if begins(at) { start } else { end }, inset: (x: 0.5em, y: 0.4em),
        stroke: (x: none, y: 0.4pt + luma(75%)),
        table.header(of-head(it.head.first(), start), ..if bars { (table.cell(fill: luma(94%), []),) }, ..numbers.map(one => of-head(one, end))),
        ..it.rows.map(row => {
          let shown = (row.label,) + row.cells
          let cells = shown.map(one => if row.total { strong(said(one)) } else { said(one) })
          if bars { cells.insert(1, if row.bar == none { [] } else { rect(width: row.bar * 1.6cm, height: 0.55em, fill: luma(40%), stroke: none) }) }
          cells
        }).flatten()
      )
    }))
  }
  else if it.kind == "small" { placed(it.text, par(text(size: 0.8em, fill: luma(30%), it.text.text))) }
  else if it.kind == "page" { pagebreak(weak: true) }
}
#title()
#for it in data.blocks { draw(it) }
`;
