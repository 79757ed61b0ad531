-- As before, and it tells how dates are written for this person.
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
  -- Activity is written down once a minute, and a page says once a minute that somebody is there.
  if s.locked_at is null and s.door = 'browser'
      and s.last_active_at < at_time - make_interval(mins => l.idle_lock_minutes + 2) then
    update session set locked_at = at_time where id = of_session and locked_at is null and ended_at is null;
    s.locked_at := at_time;
  end if;
  if s.last_active_at < at_time - interval '1 minute' then
    update session set last_active_at = at_time,
        idle_until = least(expires_at,
          at_time + case door when 'browser' then interval '12 hours' else interval '7 days' end)
      where id = (select id from session where id = of_session and ended_at is null for update skip locked);
  end if;
  return jsonb_build_object(
    'account', jsonb_build_object('id', a.id, 'publicId', a.public_id, 'email', a.email,
      'firstName', a.first_name, 'lastName', a.last_name, 'isOperator', a.is_operator, 'locale', a.locale),
    'member', member_ref,
    'laboratory', case when l.id is not null then laboratory_ref(l) end,
    'wantsSecondFactor', wants_factor,
    'isLocked', s.locked_at is not null,
    'signedInAt', s.created_at);
end
$$;
