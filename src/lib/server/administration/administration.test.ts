import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { londonDate } from '../../language/dates.ts';
import { addWorkingDays } from '../../meetings/working-days.ts';
import { readLimits } from '../council/limits.ts';
import { readStages } from '../council/stages.ts';
import { readExtraDays } from '../meetings/extra-days.ts';

onBothEngines('what the administrator sets', (engine) => {
	async function begin() {
		const world = await eastbrook((options) => engine.open(options));
		const ines = await addStaff(world.app, { name: 'Ines Costa', roles: ['admin'] });
		const omar = await addStaff(world.app, { name: 'Omar Said', roles: ['admin'] });
		const { administration } = world.app;
		const chain = async () => {
			const { read } = world.app.database;
			const lines = await read.select().from(read.tables.auditEntries);
			return lines.filter(({ action }) => action === 'council.changed');
		};
		return { ...world, ines: ines.actor, omar: omar.actor, administration, chain };
	}

	test('the council’s facts are on the next page at once, audited and told with what they were', async () => {
		const { app, ines, administration, chain } = await begin();
		const { facts, version } = await administration.council(ines);
		const change = {
			...facts,
			version,
			name: ' Eastbrook ',
			officeNumber: '01632 960 100',
			outOfHoursNumber: '',
			contactEmail: 'sayso@eastbrook.example'
		};
		await administration.changeCouncil(ines, change);
		await administration.changeCouncil(ines, change);

		expect(app.council.current()).toMatchObject({
			name: 'Eastbrook',
			officeNumber: '01632 960 100',
			outOfHoursNumber: null
		});
		const { changes } = await administration.history(ines);
		expect(changes).toHaveLength(3);
		expect(changes.find(({ key }) => key === 'council.name')).toMatchObject({
			by: 'Ines Costa',
			was: 'Your council',
			became: 'Eastbrook'
		});
		expect((await chain()).map(({ subjectId, detail }) => `${subjectId} ${detail}`)).toEqual(
			expect.not.arrayContaining([expect.stringContaining('sayso@')])
		);
		expect(await chain()).toHaveLength(3);
	});

	test('what cannot be a name, a number, an address or hours is not taken', async () => {
		const { ines, administration } = await begin();
		const { facts, version } = await administration.council(ines);
		const typed = { ...facts, officeNumber: '', outOfHoursNumber: '', contactEmail: '' };
		const wrong = [
			[{ name: '' }, 'council_name'],
			[{ officeNumber: 'call us' }, 'council_office_number'],
			[{ contactEmail: 'nobody' }, 'council_email'],
			[{ leaveAddress: 'http://weather.example' }, 'council_leave_address'],
			[{ officeHours: { firstDay: 1, lastDay: 5, from: '17:00', to: '09:00' } }, 'council_hours']
		] as const;

		for (const [what, code] of wrong)
			await expect(
				administration.changeCouncil(ines, { ...typed, version, ...what })
			).rejects.toMatchObject({ kind: 'invalid', code });
	});

	test('two hands do not write over each other', async () => {
		const { clock, ines, omar, administration } = await begin();
		const limit = (value: number, version: number) => ({
			name: 'reply',
			value,
			version,
			confirmed: false
		});
		await administration.changeLimit(ines, limit(3, 0));

		await expect(administration.changeLimit(omar, limit(4, 0))).rejects.toMatchObject({
			kind: 'conflict',
			code: 'setting_changed'
		});
		clock.set('2026-11-21T09:01');
		await administration.changeLimit(omar, limit(4, 1));
		expect((await administration.history(ines)).changes).toMatchObject([
			{ by: 'Omar Said', part: 'reply', was: 3, became: 4 },
			{ by: 'Ines Costa', part: 'reply', was: 5, became: 3 }
		]);
	});

	test('a limit is whole, sensible, and asks again where a child is worse off than the law leaves them', async () => {
		const { app, ines, administration } = await begin();
		const set = (name: string, value: number | null, confirmed = false) =>
			administration
				.limits(ines)
				.then(({ version }) =>
					administration.changeLimit(ines, { name, value, version, confirmed })
				);

		for (const value of [0, -3, 2.5, 131])
			await expect(set('complaint_stage_1', value)).rejects.toMatchObject({ code: 'limit_value' });
		await expect(set('complaint_stage_1', 15)).rejects.toMatchObject({
			code: 'limit_worse',
			detail: { law: 10 }
		});
		// Less time for the child is what is worse here.
		await expect(set('complaint_ask_stage_2', 10)).rejects.toMatchObject({ code: 'limit_worse' });
		await set('complaint_stage_1', 15, true);
		await set('complaint_ask_stage_2', 30);
		expect(await readLimits(app.database.read)).toMatchObject({
			complaint_stage_1: 15,
			complaint_ask_stage_2: 30,
			complaint_stage_2: 25
		});

		await set('complaint_stage_1', null);
		expect((await readLimits(app.database.read)).complaint_stage_1).toBe(10);
		await expect(set('no_such_limit', 1)).rejects.toMatchObject({ code: 'not_found' });
	});

	test('lines of help come, change, move and go, and one always stays', async () => {
		const { app, ines, administration } = await begin();
		const lines = async () => {
			const [young] = await administration.lines(ines);
			if (!young) throw new Error('there are no lines');
			return young;
		};
		const at = async () => ({ whose: 'young_people' as const, version: (await lines()).version });
		const own = {
			...(await at()),
			do: 'keep' as const,
			id: '',
			number: '01632 960 222',
			by: 'call',
			names: { en: 'Eastbrook Listens', ar: '' },
			hints: { en: 'After school.', ar: '' }
		};
		await administration.changeLine(ines, own);
		await administration.changeLine(ines, own);
		const { id } = (await lines()).lines.at(-1) ?? { id: '' };
		await administration.changeLine(ines, { ...(await at()), do: 'move', id, place: 0 });
		await administration.changeLine(ines, { ...(await at()), do: 'take_off', id: 'shout' });

		expect(app.council.current().helpLines.map((line) => line.id)).toEqual([
			id,
			...['childline', 'samaritans', 'missing_people', 'help_at_hand', 'coram_voice', 'nyas']
		]);
		expect(app.council.current().helpLines[0]?.words).toEqual({
			en: { name: 'Eastbrook Listens', hint: 'After school.' }
		});
		expect((await lines()).takenOff.map((line) => line.id)).toEqual(['shout']);
		for (const line of (await lines()).lines.slice(1))
			await administration.changeLine(ines, { ...(await at()), do: 'take_off', id: line.id });
		await expect(
			administration.changeLine(ines, { ...(await at()), do: 'take_off', id })
		).rejects.toMatchObject({ code: 'line_last' });
		await administration.changeLine(ines, { ...(await at()), do: 'bring_back', id: 'childline' });
		expect((await lines()).lines.map((line) => line.id)).toEqual([id, 'childline']);
		await expect(
			administration.changeLine(ines, { ...own, ...(await at()), number: 'ring us' })
		).rejects.toMatchObject({ code: 'line_number' });
	});

	test('stages of concerns are named, added, moved and taken out; the first and the last stay', async () => {
		const { app, ines, administration } = await begin();
		const change = async (what: Parameters<typeof administration.changeStage>[1]) =>
			administration.changeStage(ines, {
				...what,
				version: (await administration.stages(ines)).version
			});
		const version = 0;
		const stage = { version, days: 4, tellsManagers: true, names: { en: 'Head of care', ar: '' } };
		await change({ ...stage, do: 'keep', id: '' });
		await change({ ...stage, do: 'keep', id: 'director', days: 3, names: { en: '', ar: '' } });
		const own = (await administration.stages(ines)).stages.at(-2);
		await change({ do: 'move', version, id: own?.id ?? '', place: 1 });
		await change({ do: 'take_out', version, id: 'team_manager' });

		expect((await administration.stages(ines)).stages.map(({ id }) => id)).toEqual([
			'informal',
			own?.id,
			...['service_manager', 'assistant_director', 'director', 'outside']
		]);
		expect((await administration.stages(ines)).formalDays).toBe(4 + 5 + 3 + 3);
		expect((await readStages(app.database.read)).map(({ id }) => id)).toContain('team_manager');
		for (const id of ['informal', 'outside'])
			await expect(change({ do: 'take_out', version, id })).rejects.toMatchObject({
				code: 'stage_stays'
			});
		await expect(change({ ...stage, do: 'keep', id: '', names: {} })).rejects.toMatchObject({
			code: 'stage_name'
		});
		await change({ do: 'put_back', version, id: 'team_manager' });
		expect((await administration.stages(ines)).gone).toEqual([]);
	});

	test('a ready reply of the council’s own is offered, and one that was sent keeps its words', async () => {
		const { app, ines, administration, sam, amina, review } = await begin();
		await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);
		const words = { en: 'I will ring you this week.', ar: 'سأتصل بك هذا الأسبوع.' };
		await administration.changeReadyReply(ines, { do: 'keep', id: '', version: 0, words });
		const own = (await app.statements.readyReplies(sam.actor)).at(-1);
		const reply = { statementId, sendKey: 'r1', readyReply: own?.code ?? '' };
		await app.statements.reply(sam.actor, reply);
		await administration.changeReadyReply(ines, {
			do: 'keep',
			id: own?.code ?? '',
			version: 1,
			words: { en: 'Changed.', ar: '' }
		});
		await administration.changeReadyReply(ines, {
			do: 'take_away',
			id: own?.code ?? '',
			version: 2
		});

		const { trail } = await app.statements.readOwn(amina.actor, statementId);
		expect(trail.find(({ kind }) => kind === 'reply')).toMatchObject({
			reply: { readyReply: null, readyWords: words }
		});
		await expect(
			app.statements.reply(sam.actor, { ...reply, sendKey: 'r2' })
		).rejects.toMatchObject({ code: 'reply_gone' });
		const kept = await app.database.read.select().from(app.database.read.tables.replies);
		expect(JSON.stringify(kept)).not.toContain('ring you');
	});

	test('an extra holiday moves the clocks that run over it, and one that is past is locked', async () => {
		const { app, clock, ines, administration } = await begin();
		const day = (on: string, version: number, what: 'add' | 'remove' = 'add') =>
			administration.changeExtraDay(ines, { do: what, on, name: 'A coronation', version });
		await day('2026-11-26', 0);

		const extra = await readExtraDays(app.database.read);
		expect(addWorkingDays(londonDate(clock.now()), 4, extra)).toBe('2026-11-27');
		await expect(day('2026-11-20', 1)).rejects.toMatchObject({ code: 'extra_day_past' });
		await expect(day('2026-12-25', 1)).rejects.toMatchObject({ code: 'extra_day_off_already' });
		await expect(day('tomorrow', 1)).rejects.toMatchObject({ code: 'extra_day_date' });
		clock.set('2026-11-27T00:00');
		expect((await administration.extraDays(ines)).days).toEqual([
			{ on: '2026-11-26', name: 'A coronation', locked: true }
		]);
		await expect(day('2026-11-26', 1, 'remove')).rejects.toMatchObject({ code: 'extra_day_past' });
		await day('2026-12-01', 1);
		await day('2026-12-01', 2, 'remove');
		expect(await readExtraDays(app.database.read)).toEqual(['2026-11-26']);
	});
});
