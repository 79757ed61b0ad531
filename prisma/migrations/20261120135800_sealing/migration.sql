-- AlterTable
ALTER TABLE "platform_event" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "audit_seal" (
    "laboratory_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "xid" xid8 NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("laboratory_id","seq")
);

-- CreateTable
CREATE TABLE "platform_seal" (
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "xid" xid8 NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_laboratory_id_event_id_key" ON "audit_seal"("laboratory_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_seal_event_id_key" ON "platform_seal"("event_id");

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_xid_id_idx" ON "audit_event"("laboratory_id", "xid", "id");

-- CreateIndex
CREATE INDEX "platform_event_xid_id_idx" ON "platform_event"("xid", "id");

-- Sealing (R25) ---------------------------------------------------------------------------------------

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy lab_open on audit_seal for all to lims_lab using (true) with check (true);
create policy lab_tenancy on audit_seal as restrictive for all to lims_lab
  using (laboratory_id = (select current_laboratory()))
  with check (laboratory_id = (select current_laboratory()));
grant select on audit_seal to lims_lab;
grant select on platform_seal to lims_platform;
create trigger written_once before update or delete on audit_seal for each row execute function refuse_change('LM025');
create trigger written_once before update or delete on platform_seal for each row execute function refuse_change('LM025');

-- The role that seals reads every trail, writes seals, and may do nothing else. Nobody signs in as it.
create policy sealer_reads on audit_event for select to lims_sealer using (true);
create policy sealer_reads on laboratory for select to lims_sealer using (true);
create policy sealer_writes on audit_seal for all to lims_sealer using (true) with check (true);
grant select on audit_event, platform_event to lims_sealer;
grant select (id) on laboratory to lims_sealer;
grant select, insert on audit_seal, platform_seal to lims_sealer;
grant create on schema public to lims_sealer;

-- An event as it is hashed: one line of JSON, the same whatever the session's settings.
create function audit_text(e audit_event) returns text language sql stable
set search_path = pg_catalog, public as $$
  select jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.action, e.outcome,
    e.actor_kind, e.actor_id, e.actor_name, e.actor_roles, e.ip, e.request_id, e.record_type, e.record_id,
    e.order_id, e.patient_id, e.details, e.xid::text)::text
$$;

create function audit_text(e platform_event) returns text language sql stable
set search_path = pg_catalog, public as $$
  select jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.action, e.outcome,
    e.actor_kind, e.actor_id, e.actor_name, e.ip, e.host, e.request_id, e.record_type, e.record_id,
    e.details, e.xid::text)::text
$$;

-- The first seal of a chain follows nothing.
create function next_seal(before bytea, seq bigint, event text) returns bytea language sql immutable
set search_path = pg_catalog as $$
  select sha256(coalesce(before, ''::bytea) || convert_to(seq::text || ' ' || event, 'UTF8'))
$$;

-- Seals what can no longer be preceded: events of transactions older than any that is still open. Their order is
-- the order of transaction ids, so the last seal of a chain says where to go on and none is ever skipped.
create function seal_audit(at_most int) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  horizon xid8;
  chain record;
  head record;
  event record;
  before bytea;
  place bigint;
  written int := 0;
begin
  -- One at a time; whoever comes second finds the work done.
  if not pg_try_advisory_xact_lock(4851022612) then return 0; end if;
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  for chain in select l.id from public.laboratory l order by l.id loop
    exit when written >= at_most;
    select s.seq, s.xid, s.event_id, s.hash into head from public.audit_seal s
      where s.laboratory_id = chain.id order by s.seq desc limit 1;
    place := coalesce(head.seq, 0);
    before := head.hash;
    for event in
      select e.id, e.xid, public.audit_text(e) as line from public.audit_event e
      where e.laboratory_id = chain.id and e.xid < horizon
        and (e.xid, e.id) > (coalesce(head.xid, '0'::xid8), coalesce(head.event_id, '00000000-0000-0000-0000-000000000000'))
      order by e.xid, e.id limit at_most - written
    loop
      place := place + 1;
      before := public.next_seal(before, place, event.line);
      insert into public.audit_seal (laboratory_id, seq, event_id, xid, hash, sealed_at)
        values (chain.id, place, event.id, event.xid, before, clock_timestamp());
      written := written + 1;
    end loop;
  end loop;
  if written < at_most then
    select s.seq, s.xid, s.event_id, s.hash into head from public.platform_seal s order by s.seq desc limit 1;
    place := coalesce(head.seq, 0);
    before := head.hash;
    for event in
      select e.id, e.xid, public.audit_text(e) as line from public.platform_event e
      where e.xid < horizon
        and (e.xid, e.id) > (coalesce(head.xid, '0'::xid8), coalesce(head.event_id, '00000000-0000-0000-0000-000000000000'))
      order by e.xid, e.id limit at_most - written
    loop
      place := place + 1;
      before := public.next_seal(before, place, event.line);
      insert into public.platform_seal (seq, event_id, xid, hash, sealed_at)
        values (place, event.id, event.xid, before, clock_timestamp());
      written := written + 1;
    end loop;
  end if;
  return written;
end
$$;
alter function seal_audit(int) owner to lims_sealer;
revoke create on schema public from lims_sealer;
revoke all on function seal_audit(int) from public;
grant execute on function seal_audit(int) to lims_platform;
