/** @returns the condition that a mail which is not out yet takes along the `stored_file` of this alias. */
export const isAttached = (file: string): string => `EXISTS (
  SELECT 1 FROM outgoing_mail m WHERE m.workspace_id = ${file}.workspace_id AND m.status IN ('queued', 'sending')
     AND m.attachments @> jsonb_build_array(jsonb_build_object('file', ${file}.id::text)))`;
