-- The walls between laboratories, and what the database itself refuses.

-- 1. Who we are in -----------------------------------------------------------------------------------

-- After its first use the setting reads '' rather than null, and a bare cast of '' raises.
create function current_laboratory() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.laboratory_id', true), '')::uuid;

create function current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;

create function current_actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.actor_id', true), '')::uuid;

-- 2. Two walls ---------------------------------------------------------------------------------------

-- Every laboratory table: row-level security forced on its owner too; for each role one permissive
-- policy, and beside it a restrictive one, so that no later permissive policy can widen it.
do $$
declare
  t text;
  laboratory_tables text[] := array[
    'member', 'invitation', 'provider', 'counter', 'idempotency_key', 'audit_event',
    'patient', 'sample_type', 'analyte', 'reference_interval', 'critical_limit', 'test', 'test_analyte',
    'panel', 'panel_test', 'price', 'orders', 'order_item', 'order_test', 'order_item_test', 'sample',
    'result', 'result_change', 'critical_notification', 'report', 'report_file',
    'invoice', 'invoice_line', 'payment', 'refund'];
  -- What sign-up and accepting an invitation write, as the role that may also write credentials.
  platform_writes text[] := array[
    'sample_type', 'analyte', 'reference_interval', 'critical_limit', 'test', 'test_analyte',
    'panel', 'panel_test', 'price', 'audit_event', 'invitation', 'provider'];
begin
  foreach t in array laboratory_tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy lab_open on %I for all to lims_lab using (true) with check (true)', t);
    execute format(
      'create policy lab_tenancy on %I as restrictive for all to lims_lab
         using (laboratory_id = (select current_laboratory()))
         with check (laboratory_id = (select current_laboratory()))', t);
  end loop;
  foreach t in array platform_writes loop
    execute format('create policy platform_open on %I for all to lims_platform using (true) with check (true)', t);
    execute format(
      'create policy platform_tenancy on %I as restrictive for all to lims_platform
         using (laboratory_id = (select current_laboratory()))
         with check (laboratory_id = (select current_laboratory()))', t);
  end loop;
end
$$;

-- A person's own memberships are theirs to see from anywhere: signing in asks for them.
create policy platform_open on member for all to lims_platform using (true) with check (true);
create policy platform_tenancy on member as restrictive for all to lims_platform
  using (laboratory_id = (select current_laboratory()) or account_id = (select current_account()))
  with check (laboratory_id = (select current_laboratory()));

-- The laboratory itself: its own row to its own people, every row to the platform.
alter table laboratory enable row level security;
alter table laboratory force row level security;
create policy lab_open on laboratory for all to lims_lab using (true) with check (true);
create policy lab_tenancy on laboratory as restrictive for all to lims_lab
  using (id = (select current_laboratory())) with check (id = (select current_laboratory()));
create policy platform_open on laboratory for all to lims_platform using (true) with check (true);

-- The platform's own queues and secrets name a laboratory but do not belong to it: a laboratory may
-- add to them under its own name and read none of them.
do $$
declare t text;
begin
  foreach t in array array['outbox', 'mail', 'link_token', 'session', 'hand_over_ticket'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy platform_open on %I for all to lims_platform using (true) with check (true)', t);
  end loop;
  foreach t in array array['outbox', 'mail', 'link_token'] loop
    execute format('create policy lab_open on %I for all to lims_lab using (true) with check (true)', t);
    execute format(
      'create policy lab_tenancy on %I as restrictive for all to lims_lab
         using (laboratory_id = (select current_laboratory()))
         with check (laboratory_id = (select current_laboratory()))', t);
  end loop;
end
$$;

-- 3. What each role may do ---------------------------------------------------------------------------

grant select, insert, update on
  invitation, provider, counter, idempotency_key, patient, sample_type, analyte, reference_interval,
  critical_limit, test, panel, price, orders, order_item, order_test, order_item_test, sample, result,
  report, invoice, invoice_line to lims_lab;
grant select, insert, delete on test_analyte, panel_test to lims_lab;
grant delete on invoice_line, idempotency_key to lims_lab;
-- Written once: no update, no delete, for anybody.
grant select, insert on
  audit_event, result_change, critical_notification, report_file, payment, refund to lims_lab;
grant insert on outbox, mail, link_token to lims_lab;
grant select on member to lims_lab;
grant update (display_name, roles, state, version, updated_at) on member to lims_lab;
grant select on laboratory to lims_lab;
grant update (name, time_zone, address_lines, phone, email, licence, director, accession_format, colour,
  allows_self_verification, allowed_origins, version, updated_at) on laboratory to lims_lab;

grant select, insert, update on
  account, credential, failed_sign_in, session, refresh_token, hand_over_ticket, link_token, registration, signing_key,
  laboratory, member, outbox, mail, rate_limit to lims_platform;
grant select, insert on platform_event to lims_platform;
grant delete on rate_limit, registration, failed_sign_in to lims_platform;
grant select, update on invitation, provider to lims_platform;
grant insert on audit_event to lims_platform;
grant select, insert on
  sample_type, analyte, reference_interval, critical_limit, test, test_analyte, panel, panel_test, price
  to lims_platform;

-- One open invitation to an address: who asks again renews it.
create unique index invitation_one_open on invitation (laboratory_id, email_key) where state = 'open';

-- 4. Numbers are given out once (R3) -----------------------------------------------------------------

-- Its own small transaction, outside the operation's: two orders never wait for one another. Gaps are allowed.
create function next_number(of_laboratory uuid, counter_name text) returns bigint
language plpgsql security invoker set search_path = pg_catalog, public as $$
declare given bigint;
begin
  perform set_config('app.laboratory_id', of_laboratory::text, true);
  insert into counter as c (laboratory_id, name, value) values (of_laboratory, counter_name, 1)
    on conflict (laboratory_id, name) do update set value = c.value + 1
    returning c.value into given;
  return given;
end
$$;

alter table order_item add constraint price_not_negative check (price >= 0 and list_price >= 0);

-- A tube is taken before it arrives (R5), and turned away for a reason from the list (R6).
alter table sample
  add constraint collected_before_it_arrived check (collected_at <= accessioned_at),
  add constraint rejected_for_a_reason check (state <> 'rejected' or reject_reason_code is not null),
  add constraint reject_reason_is_known check (reject_reason_code in (
    'haemolysed', 'clotted', 'insufficient', 'wrong_container', 'unlabelled', 'mislabelled', 'leaked',
    'too_old', 'temperature', 'other')),
  add constraint other_reason_is_told check (reject_reason_code <> 'other' or reject_note is not null);

-- 5. Reference intervals cannot overlap (R7) ---------------------------------------------------------

create type code_range as range (subtype = text, collation = "C");

-- Null stands for everyone. A single code is a range of one.
create function only_code(code text) returns public.code_range language sql immutable parallel safe as $$
  select case when code is null then '(,)'::public.code_range else public.code_range(code, code, '[]') end
$$;

alter table reference_interval
  add constraint interval_for_somebody check (age_from_key is null or age_to_key is null or age_from_key < age_to_key),
  add constraint interval_sex check (sex in ('female', 'male')),
  add constraint intervals_do_not_overlap exclude using gist (
    laboratory_id with =,
    analyte_id with =,
    public.only_code(sex) with &&,
    public.only_code(sample_type) with &&,
    public.only_code(pregnant::text) with &&,
    int4range(age_from_key, age_to_key) with &&
  ) where (retired_at is null);

-- One limit without ages may stand beside those with ages: it is for patients whose age is not known.
alter table critical_limit
  add constraint limits_do_not_overlap exclude using gist (
    laboratory_id with =, analyte_id with =, int4range(age_from_key, age_to_key) with &&
  ) where (retired_at is null and (age_from_key is not null or age_to_key is not null));
create unique index critical_limit_one_for_all_ages on critical_limit (laboratory_id, analyte_id)
  where retired_at is null and age_from_key is null and age_to_key is null;

-- 6. Four eyes (R15), and what is released stays (R16, R18) ------------------------------------------

alter table result add constraint four_eyes check (
  verified_by_id is null or verified_by_id is distinct from entered_by_id or self_verified);
alter table result add constraint verified_has_somebody check (
  state not in ('verified', 'released') or verified_by_id is not null);
alter table result add constraint flag_is_known check (flag in ('LL', 'L', 'N', 'H', 'HH', 'A'));

-- One amendment of a version at a time; an abandoned one makes room for the next.
create unique index result_one_amendment on result (laboratory_id, supersedes_id)
  where supersedes_id is not null and state not in ('cancelled', 'replaced');

-- One living result per test and analyte of an order that is not itself an amendment.
create unique index result_one_living on result (laboratory_id, order_test_id, analyte_id)
  where supersedes_id is null and state not in ('cancelled', 'replaced', 'withdrawn');

create function guard_result() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a result is never deleted' using errcode = 'LM018';
  end if;
  if tg_op = 'UPDATE' then
    if old.state in ('released', 'withdrawn', 'replaced', 'cancelled')
       and not (old.state = 'released' and new.state = 'withdrawn'
                and (to_jsonb(new) - array['state', 'version', 'updated_at'])
                  = (to_jsonb(old) - array['state', 'version', 'updated_at'])) then
      raise exception 'a result that is % does not change', old.state using errcode = 'LM018';
    end if;
    if old.state = 'verified' and new.state in ('verified', 'released')
       and (new.value, new.not_reported, new.abnormal, new.entered_by_id, new.unit, new.verified_by_id, new.self_verified)
         is distinct from
           (old.value, old.not_reported, old.abnormal, old.entered_by_id, old.unit, old.verified_by_id, old.self_verified) then
      raise exception 'a verified value is read-only' using errcode = 'LM018';
    end if;
    if new.state = 'released' and old.state not in ('verified', 'released') then
      raise exception 'only a verified result is released' using errcode = 'LM018';
    end if;
  end if;
  -- Whoever verifies is whoever acts, and not whoever entered. Keys and jobs have no actor: they cannot.
  if new.verified_by_id is not null and (tg_op = 'INSERT' or new.verified_by_id is distinct from old.verified_by_id) then
    if new.verified_by_id is distinct from current_actor() then
      raise exception 'verification is done in person' using errcode = 'LM015';
    end if;
    if new.self_verified and not exists (select from laboratory where id = new.laboratory_id and allows_self_verification) then
      raise exception 'this laboratory does not allow self-verification' using errcode = 'LM015';
    end if;
    if new.verified_by_id = new.entered_by_id and not new.self_verified then
      raise exception 'the person who entered a result cannot verify it' using errcode = 'LM015';
    end if;
  end if;
  if new.origin = 'manual' and new.entered_by_id is not null
     and (tg_op = 'INSERT' or (new.value, new.not_reported, new.entered_by_id) is distinct from (old.value, old.not_reported, old.entered_by_id))
     and new.entered_by_id is distinct from current_actor() then
    raise exception 'a value is entered in the name of whoever acts' using errcode = 'LM015';
  end if;
  return new;
end
$$;
create trigger guard_result before insert or update or delete on result for each row execute function guard_result();

-- 7. Report versions never change (R22) --------------------------------------------------------------

create function guard_report() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
     and (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by_id', 'withdraw_reason', 'version', 'updated_at'])
       = (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by_id', 'withdraw_reason', 'version', 'updated_at']) then
    return new;
  end if;
  raise exception 'a report version never changes' using errcode = 'LM022';
end
$$;
create trigger guard_report before update or delete on report for each row execute function guard_report();

create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception '% is written once', tg_table_name using errcode = tg_argv[0];
end
$$;
create trigger written_once before update or delete on report_file for each row execute function refuse_change('LM022');
create trigger written_once before update or delete on audit_event for each row execute function refuse_change('LM025');
create trigger written_once before update or delete on platform_event for each row execute function refuse_change('LM025');
create trigger written_once before update or delete on critical_notification for each row execute function refuse_change('LM018');
create trigger written_once before update or delete on result_change for each row execute function refuse_change('LM018');
create trigger written_once before update or delete on payment for each row execute function refuse_change('LM024');
create trigger written_once before update or delete on refund for each row execute function refuse_change('LM024');

-- 8. Money adds up (R24) -----------------------------------------------------------------------------

alter table invoice
  add constraint amounts_not_negative check (net >= 0 and tax >= 0 and gross >= 0 and paid >= 0 and refunded >= 0),
  add constraint adds_up check (net + tax = gross),
  add constraint not_overpaid check (paid - refunded <= gross),
  add constraint not_over_refunded check (refunded <= paid);
alter table invoice_line
  add constraint line_adds_up check (net + tax = gross and quantity > 0 and unit_price >= 0 and discount >= 0);
alter table payment add constraint payment_is_something check (amount > 0);
alter table refund add constraint refund_is_something check (amount > 0);
alter table price add constraint price_not_negative check (amount >= 0);

create function guard_invoice() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an invoice is never deleted' using errcode = 'LM024';
  end if;
  if old.state = 'void' then
    raise exception 'a void invoice does not change' using errcode = 'LM024';
  end if;
  if old.state <> 'draft'
     and (to_jsonb(new) - array['state', 'paid', 'refunded', 'voided_at', 'void_reason', 'version', 'updated_at'])
       <> (to_jsonb(old) - array['state', 'paid', 'refunded', 'voided_at', 'void_reason', 'version', 'updated_at']) then
    raise exception 'an issued invoice does not change' using errcode = 'LM024';
  end if;
  if new.state = 'void' and new.paid > new.refunded then
    raise exception 'money is held for this invoice: refund it first' using errcode = 'LM024';
  end if;
  -- The state follows from paid minus refunded; nobody sets it.
  if new.state in ('issued', 'part_paid', 'paid') then
    new.state := case
      when new.paid - new.refunded >= new.gross and new.gross > 0 then 'paid'
      when new.paid - new.refunded > 0 then 'part_paid'
      else 'issued' end;
  end if;
  return new;
end
$$;
create trigger guard_invoice before update or delete on invoice for each row execute function guard_invoice();

create function guard_invoice_line() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare parent record;
begin
  if tg_op = 'DELETE' then parent := old; else parent := new; end if;
  if not exists (select from invoice i
                 where i.laboratory_id = parent.laboratory_id and i.id = parent.invoice_id and i.state = 'draft') then
    raise exception 'the lines of an issued invoice do not change' using errcode = 'LM024';
  end if;
  return parent;
end
$$;
create trigger guard_invoice_line before insert or update or delete on invoice_line
  for each row execute function guard_invoice_line();

-- A payment takes its invoice's row, so two people paying at once cannot overpay it.
create function take_payment() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update invoice set paid = paid + new.amount, version = version + 1, updated_at = now()
    where laboratory_id = new.laboratory_id and id = new.invoice_id and state in ('issued', 'part_paid', 'paid');
  if not found then
    raise exception 'only an issued invoice can be paid' using errcode = 'LM024';
  end if;
  return null;
end
$$;
create trigger take_payment after insert on payment for each row execute function take_payment();

create function take_refund() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare source record;
begin
  select p.amount, p.invoice_id into source from payment p
    where p.laboratory_id = new.laboratory_id and p.id = new.payment_id;
  update invoice set refunded = refunded + new.amount, version = version + 1, updated_at = now()
    where laboratory_id = new.laboratory_id and id = source.invoice_id;
  if source.amount < (select sum(amount) from refund
                      where laboratory_id = new.laboratory_id and payment_id = new.payment_id) then
    raise exception 'more than was paid' using errcode = 'LM024';
  end if;
  return null;
end
$$;
create trigger take_refund after insert on refund for each row execute function take_refund();

-- 9. Looking things up -------------------------------------------------------------------------------

-- Prefix look-ups compare with >= and < on the C collation: leakproof, so they keep their index under
-- row-level security.
create index patient_mrn_c on patient (laboratory_id, mrn collate "C");
create index sample_barcode_c on sample (laboratory_id, barcode collate "C");
create index order_accession_c on orders (laboratory_id, accession_number collate "C");
-- Comparing enumerations is not leakproof either: under a policy no index that leads with a state is ever
-- searched by it. What the bench looks at all day is found through these; the plan needs the state written out.
create index sample_live on sample (laboratory_id, created_at desc, id desc)
  where state in ('expected', 'collected', 'accessioned', 'in_process');
create index order_live on orders (laboratory_id, placed_at desc, id desc)
  where state in ('placed', 'in_progress');
create index result_open_critical on result (laboratory_id, entered_at)
  where flag in ('LL', 'HH') and state in ('entered', 'verified', 'released');
create index result_to_finish on result (laboratory_id, due_at, id) where state in ('entered', 'verified');
create index sample_arrived on sample (laboratory_id, accessioned_at) where accessioned_at is not null;

-- Similarity operators are not leakproof: under a policy they cannot use an index. This one function
-- looks past the policies, reads search columns only, and takes the laboratory from the transaction,
-- never from its caller.
-- Entries go in at once: a list of pending ones makes the planner read the whole table instead.
create index patient_search on patient using gin (laboratory_id, search_name gin_trgm_ops) with (fastupdate = off);
create policy search_reads on patient for select to lims_search using (true);
grant select (laboratory_id, id, search_name, created_at) on patient to lims_search;
grant create on schema public to lims_search;

create function find_patients(folded text, at_most int) returns table (id uuid, closeness real)
language sql stable security definer
set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.45 as $$
  select p.id, public.word_similarity(folded, p.search_name) as closeness
  from public.patient p
  where p.laboratory_id = public.current_laboratory() and folded operator(public.<%) p.search_name
  order by 2 desc, p.created_at desc, p.id
  limit least(at_most, 200)
$$;
alter function find_patients(text, int) owner to lims_search;
revoke create on schema public from lims_search;
revoke all on function find_patients(text, int) from public;
grant execute on function find_patients(text, int) to lims_lab;

-- 10. Who is at the door -----------------------------------------------------------------------------

-- The laboratory as every operation knows it (lib/core/actor.ts, LaboratoryRef).
create function laboratory_ref(l laboratory) returns jsonb language sql stable
set search_path = pg_catalog, public as $$
  select jsonb_build_object('id', l.id, 'slug', l.slug, 'name', l.name, 'timeZone', l.time_zone,
    'currency', l.currency, 'accessionFormat', l.accession_format, 'colour', l.colour,
    'allowsSelfVerification', l.allows_self_verification, 'allowedOrigins', l.allowed_origins,
    'isDemonstration', l.is_demonstration)
$$;

-- Asked on every request, so it is one message with a plan that is kept. Nothing when the session is not
-- valid here and now. It notes activity at most once a minute and waits for nobody to do so.
create function find_actor(of_session uuid, of_account uuid, at_host text, by_door text, at_time timestamptz)
returns jsonb language plpgsql security invoker set search_path = pg_catalog, public as $$
declare
  s session;
  a account;
  l laboratory;
  member_ref jsonb;
begin
  select * into s from session
    where id = of_session and account_id = of_account and host = at_host and door::text = by_door
      and ended_at is null and idle_until > at_time and expires_at > at_time;
  if not found then return null; end if;
  select * into a from account where id = of_account and state = 'active';
  if not found then return null; end if;
  if s.laboratory_id is not null then
    perform set_config('app.laboratory_id', s.laboratory_id::text, true);
    select * into l from laboratory where id = s.laboratory_id and state = 'active';
    if not found then return null; end if;
    select jsonb_build_object('id', m.id, 'name', m.display_name, 'roles', m.roles, 'providerId',
        (select p.id from provider p
         where p.laboratory_id = m.laboratory_id and p.member_id = m.id))
      into member_ref from member m
      where m.laboratory_id = s.laboratory_id and m.account_id = of_account and m.state = 'active';
    if not found then return null; end if;
  end if;
  if s.last_active_at < at_time - interval '1 minute' then
    update session set last_active_at = at_time,
        idle_until = least(expires_at,
          at_time + case door when 'browser' then interval '12 hours' else interval '7 days' end)
      where id = (select id from session where id = of_session and ended_at is null for update skip locked);
  end if;
  return jsonb_build_object(
    'account', jsonb_build_object('id', a.id, 'publicId', a.public_id, 'email', a.email,
      'firstName', a.first_name, 'lastName', a.last_name, 'isOperator', a.is_operator),
    'member', member_ref,
    'laboratory', case when l.id is not null then laboratory_ref(l) end,
    'signedInAt', s.created_at);
end
$$;
