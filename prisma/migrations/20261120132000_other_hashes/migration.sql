-- Hashes that accounts brought along from elsewhere, until their owners sign in: sign-in asks which kinds are
-- left, so that a name takes equally long whatever kind of hash it has, or none.
create index credential_other_hash on credential (account_id) where password_hash not like '$argon2id$%';
