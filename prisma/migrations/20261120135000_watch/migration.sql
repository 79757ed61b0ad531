-- Tries that went wrong, for as long as it takes to see what they have in common.
create table failed_attempt (
  id uuid primary key,
  ip text,
  kind text not null,
  whom text not null,
  at timestamptz(3) not null default current_timestamp
);
create index failed_attempt_ip_at_idx on failed_attempt (ip, at desc);
create index failed_attempt_at_idx on failed_attempt (at);
grant select, insert, delete on failed_attempt to lims_platform;

-- One warning is written once, however many requests see it at the same time.
create index suspicion_kind_ip_at_idx on suspicion (kind, ip, at desc);
