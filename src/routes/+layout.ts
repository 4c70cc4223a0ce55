// Pages are plain HTML and forms; what JavaScript adds to them is `lib/enhance` (docs/decisions/0003).
export const csr = false;
