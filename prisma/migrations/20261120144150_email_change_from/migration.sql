-- Where a change of address was asked for: what an operator judges by who gives a stolen account back.
alter table email_change add column ip text, add column device text;
