/** What notices tell of; each has its words in messages/en/notices.json. */
export const NOTICE_KINDS = ["day-limit", "automation-paused"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
