-- Run by an administrator of the server before the migrations, as often as one likes.
-- lims_owner owns everything and cannot sign in; the application signs in as the other two,
-- which own nothing and cannot step around row-level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lims_owner') then
    create role lims_owner nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'lims_search') then
    create role lims_search nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'lims_sealer') then
    create role lims_sealer nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'lims_lab') then
    create role lims_lab login;
  end if;
  if not exists (select from pg_roles where rolname = 'lims_platform') then
    create role lims_platform login;
  end if;
end
$$;

create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

grant lims_owner to current_user;
grant lims_search, lims_sealer to lims_owner;
alter schema public owner to lims_owner;
revoke all on schema public from public;
grant usage on schema public to lims_lab, lims_platform, lims_search, lims_sealer;
grant create on schema public to lims_owner;
