-- Walls around what identity adds. The first of these files says why each kind stands as it does.

-- 1. The platform's own secrets, which only name a laboratory ------------------------------------------
do $$
declare t text;
begin
  foreach t in array array['email_code', 'password_reset', 'sign_in_challenge', 'suspicion'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy platform_open on %I for all to lims_platform using (true) with check (true)', t);
  end loop;
end
$$;

grant select, insert, update on
  account_picture, provider_profile, email_code, password_reset, email_change, totp, recovery_code, passkey,
  passkey_challenge, sign_in_challenge, device, suspicion, pre_registration, api_key to lims_platform;
-- What a person takes off, and what has been over for long.
grant delete on
  account_picture, totp, recovery_code, passkey, email_code, password_reset, email_change, passkey_challenge,
  sign_in_challenge, link_token, hand_over_ticket, refresh_token, pre_registration to lims_platform;

-- Keys are laboratories' own, but a hash that opens one is read by the platform only.
alter table api_key enable row level security;
alter table api_key force row level security;
create policy platform_open on api_key for all to lims_platform using (true) with check (true);
create policy platform_tenancy on api_key as restrictive for all to lims_platform
  using (laboratory_id = (select current_laboratory()))
  with check (laboratory_id = (select current_laboratory()));

-- 2. The laboratory's logo ------------------------------------------------------------------------------
alter table laboratory_logo enable row level security;
alter table laboratory_logo force row level security;
create policy lab_open on laboratory_logo for all to lims_lab using (true) with check (true);
create policy lab_tenancy on laboratory_logo as restrictive for all to lims_lab
  using (laboratory_id = (select current_laboratory()))
  with check (laboratory_id = (select current_laboratory()));
grant select, insert, delete on laboratory_logo to lims_lab;
grant update (second_factor_roles, allows_email_code, password_length_min, idle_lock_minutes, logo_sha256)
  on laboratory to lims_lab;

-- 3. What holds by itself -------------------------------------------------------------------------------

-- Licence and phone are one verified provider's; what many claim, an operator settles.
create unique index provider_one_licence on provider_profile (license_key)
  where state = 'verified' and license_key is not null;
create unique index provider_one_phone on provider_profile (phone)
  where state = 'verified' and phone is not null;
alter table provider_profile
  add constraint rejected_with_a_reason check (state <> 'rejected' or reason is not null),
  add constraint years_are_possible check (years_of_experience between 0 and 50);
-- A device is one row while it is known; forgotten ones stay to be read.
create unique index device_known on device (account_id, host, key) where ended_at is null;
create index suspicion_open on suspicion (at desc) where state = 'open';
create index mail_to_send on mail (next_try_at, id) where state in ('owed', 'sending');
create index mail_dead on mail (created_at desc, id desc) where state = 'dead';
alter table laboratory
  add constraint password_length_only_grows check (password_length_min between 12 and 64),
  add constraint idle_lock_is_minutes check (idle_lock_minutes between 1 and 240);

-- Mails from before there was a carrier were read in the mailbox.
-- (Under forced row-level security an owner's update silently changes nothing.)
alter table mail no force row level security;
update mail set state = 'sent', carrier = 'mailbox', sent_at = created_at;
alter table mail force row level security;

-- 4. Who is at the door ---------------------------------------------------------------------------------

create or replace function laboratory_ref(l laboratory) returns jsonb language sql stable
set search_path = pg_catalog, public as $$
  select jsonb_build_object('id', l.id, 'slug', l.slug, 'name', l.name, 'timeZone', l.time_zone,
    'currency', l.currency, 'accessionFormat', l.accession_format, 'colour', l.colour,
    'allowsSelfVerification', l.allows_self_verification, 'allowedOrigins', l.allowed_origins,
    'isDemonstration', l.is_demonstration, 'allowsEmailCode', l.allows_email_code,
    'passwordLengthMin', l.password_length_min, 'idleLockMinutes', l.idle_lock_minutes,
    'secondFactorRoles', l.second_factor_roles, 'logoSha256', l.logo_sha256)
$$;

-- As before, and it tells whether the laboratory asks for a second factor that this session has not seen.
create or replace function find_actor(of_session uuid, of_account uuid, at_host text, by_door text, at_time timestamptz)
returns jsonb language plpgsql security invoker set search_path = pg_catalog, public as $$
declare
  s session;
  a account;
  l laboratory;
  member_ref jsonb;
  wants_factor boolean := false;
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
         where p.laboratory_id = m.laboratory_id and p.member_id = m.id)),
        m.roles && l.second_factor_roles and s.second_factor is null and s.first_factor <> 'passkey'
      into member_ref, wants_factor from member m
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
    'wantsSecondFactor', wants_factor,
    'signedInAt', s.created_at);
end
$$;

-- The program that holds an API key of this laboratory; null when the key is not good here and now.
create function find_key(of_hash text, of_laboratory uuid, at_time timestamptz)
returns jsonb language plpgsql security invoker set search_path = pg_catalog, public as $$
declare k api_key;
begin
  perform set_config('app.laboratory_id', of_laboratory::text, true);
  select * into k from api_key
    where laboratory_id = of_laboratory and hash = of_hash and revoked_at is null and expires_at > at_time;
  if not found then return null; end if;
  if k.last_used_at is null or k.last_used_at < at_time - interval '1 minute' then
    update api_key set last_used_at = at_time
      where laboratory_id = of_laboratory
        and id = (select id from api_key where laboratory_id = of_laboratory and id = k.id for update skip locked);
  end if;
  return jsonb_build_object('id', k.id, 'name', k.name, 'scopes', k.scopes);
end
$$;
