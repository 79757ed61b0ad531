-- The same id for the same text: an event that is handed over twice is one task.
create function id_from(parts text) returns uuid language sql immutable parallel safe
set search_path = pg_catalog as $$
  select overlay(overlay(md5(parts) placing '8' from 13) placing 'a' from 17)::uuid
$$;
