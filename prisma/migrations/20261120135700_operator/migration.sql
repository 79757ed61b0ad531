-- What the operator console looks things up by, and what it may count of a laboratory.

-- An account by the beginning of a name; e-mail, username and public id have their indexes.
create index account_last_name on account (lower(last_name) text_pattern_ops);
create index account_first_name on account (lower(first_name) text_pattern_ops);
-- When a laboratory was last at work. Never over the time of the last touch, which changes every minute.
create index session_laboratory on session (laboratory_id, created_at desc) where laboratory_id is not null;
create index platform_event_actor on platform_event (actor_id, at desc, id desc) where actor_id is not null;
create index platform_event_record on platform_event (record_id, at desc, id desc) where record_id is not null;

-- Members and last activity of some laboratories. It enters each in turn, as the platform's role may, and counts
-- people: no clinical table answers to that role.
create function laboratory_figures(of_laboratories uuid[])
returns table (laboratory uuid, members int, last_active_at timestamptz)
language plpgsql security invoker set search_path = pg_catalog, public as $$
declare
  entered text := coalesce(current_setting('app.laboratory_id', true), '');
  each uuid;
begin
  foreach each in array of_laboratories loop
    perform set_config('app.laboratory_id', each::text, true);
    return query select each,
      (select count(*)::int from member m where m.laboratory_id = each and m.state = 'active'),
      -- Whoever is at work has signed in lately: the newest sessions are enough to look at.
      (select max(n.active) from (select s.last_active_at as active from session s
        where s.laboratory_id = each order by s.created_at desc limit 200) n);
  end loop;
  perform set_config('app.laboratory_id', entered, true);
end
$$;
