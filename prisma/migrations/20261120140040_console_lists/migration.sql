-- The operator's lists are read page by page in each of their orders; these are the long ones.
create index account_name on account (lower(last_name || ' ' || first_name), id);
create index "task_function_id_id_idx" on task (function_id, id);
create index "task_attempt_id_idx" on task (attempt desc, id desc);
create index "mail_template_id_idx" on mail (template, id);
create index "mail_attempts_id_idx" on mail (attempts desc, id desc);
create index "provider_profile_created_at_account_id_idx" on provider_profile (created_at desc, account_id desc);
