-- What did not reach its reader, the latest first. A new value of an enumeration can be used from the migration
-- after the one that adds it on.
create index mail_undelivered on mail (created_at desc, id desc) where state in ('dead', 'expired');
drop index mail_dead;
