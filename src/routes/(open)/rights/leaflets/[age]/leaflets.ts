/** What stands on each leaflet, in order, and the numbers of the council’s help lines it ends with. */
export const LEAFLETS = [
	{
		age: '7-11',
		panels: [
			{ id: 'say', icon: 'megaphone' },
			{ id: 'review', icon: 'calendar-heart' },
			{ id: 'officer', icon: 'user-round-check' },
			{ id: 'advocate', icon: 'on_my_side' },
			{ id: 'wrong', icon: 'hand' },
			{ id: 'safe', icon: 'shield' },
			{ id: 'self', icon: 'heart' }
		],
		lines: ['childline', 'help_at_hand']
	},
	{
		age: '12-plus',
		panels: [
			{ id: 'say', icon: 'megaphone' },
			{ id: 'review', icon: 'calendar-heart' },
			{ id: 'officer', icon: 'user-round-check' },
			{ id: 'advocate', icon: 'on_my_side' },
			{ id: 'wrong', icon: 'hand' },
			{ id: 'records', icon: 'file-text' },
			{ id: 'leaver', icon: 'key' },
			{ id: 'self', icon: 'heart' },
			{ id: 'safe', icon: 'shield' }
		],
		lines: ['childline', 'shout', 'help_at_hand', 'coram_voice']
	}
] as const;
