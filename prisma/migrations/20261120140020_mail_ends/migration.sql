-- Two further ends of a mail: its reader does not want such notices, or what it carries ran out before it could
-- be sent.
alter type "MailState" add value 'muted';
alter type "MailState" add value 'expired';

-- In whose name it leaves, as it was written: a mail of the portal's has no laboratory to be named after.
alter table mail add column sender text;
-- Until when the code or the link in it is good; later it is not sent.
alter table mail add column valid_until timestamptz(3);
