-- DropIndex
DROP INDEX "invoice_laboratory_id_state_created_at_id_idx";

-- Under row-level security no index is searched by a state (comparing enumerations is not leakproof): what waits
-- for the cashier is found through these two, by the state written out, as samples and orders at work are.
create index invoice_draft on invoice (laboratory_id, created_at desc, id desc) where state = 'draft';
create index invoice_unpaid on invoice (laboratory_id, created_at desc, id desc)
  where state in ('issued', 'part_paid');
