/** As whom somebody is asked before a review. */
export const CARER_ROLES = ['foster_carer', 'key_worker'] as const;
export type CarerRole = (typeof CARER_ROLES)[number];
