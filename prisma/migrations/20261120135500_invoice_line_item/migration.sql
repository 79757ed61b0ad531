-- CreateIndex
CREATE INDEX "invoice_line_laboratory_id_order_item_id_idx" ON "invoice_line"("laboratory_id", "order_item_id");

-- A line charges for an item of an order of its own laboratory, or for none. What stands already was written by
-- operations that asked for that; it is checked here, in every laboratory: under its own forced policies the
-- owner would see no row, and find no fault.
alter table invoice_line no force row level security;
alter table order_item no force row level security;
set local row_security = off;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_laboratory_id_order_item_id_fkey" FOREIGN KEY ("laboratory_id", "order_item_id") REFERENCES "order_item"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table invoice_line force row level security;
alter table order_item force row level security;
set local row_security = on;
