/** Answers in two taps, said in the reader's own language: `home:ready_reply.<code>`. */
export const READY_REPLIES = ['thank_you', 'will_ask', 'visit_before', 'talk_at_meeting'] as const;

export type ReadyReply = (typeof READY_REPLIES)[number];
