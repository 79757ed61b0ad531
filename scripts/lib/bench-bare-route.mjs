/**
 * The list of samples as somebody would write it who knows of no laboratories, people or audit: one statement
 * through `pg`, its rows as JSON. Asked for no laboratory's, it answers a constant: what the web server itself costs.
 * It exists in the measured copy only; its answer is compared with the product's.
 */
export const bareRoute = `import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 10 });

const text = \`select s.id, s.version, s.order_id, o.accession_number, s.barcode, s.state, s.sample_type_code as sample_type,
    s.sample_type_name, s.container, s.cap, o.priority, s.collected_at, s.accessioned_at, s.recollection_of_id,
    s.created_at, s.updated_at, open.*, p.id as patient_id, p.mrn, p.family_name, p.given_name,
    p.birth_date::text as birth_date, p.birth_date_estimated, p.sex
  from (select * from sample where laboratory_id = $1 order by created_at desc, id desc limit 26) s
  join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
  join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
  cross join lateral (
    select min(r.due_at) as due_at, count(*)::int as open_results from result r
    where r.laboratory_id = s.laboratory_id and r.sample_id = s.id and r.state in ('pending', 'entered', 'verified')
  ) open
  order by s.created_at desc, s.id desc\`;

export async function GET(request: Request): Promise<Response> {
  const laboratory = new URL(request.url).searchParams.get("laboratory");
  if (laboratory === null) return Response.json({ status: "up" });
  const { rows } = await pool.query({ name: "bare", text, values: [laboratory] });
  return Response.json({
    data: rows.slice(0, 25).map((row) => ({
      id: row.id,
      version: row.version,
      order_id: row.order_id,
      accession_number: row.accession_number,
      barcode: row.barcode,
      state: row.state,
      sample_type: row.sample_type,
      sample_type_name: row.sample_type_name,
      container: row.container,
      cap: row.cap,
      priority: row.priority,
      patient: {
        id: row.patient_id,
        mrn: row.mrn,
        family_name: row.family_name,
        given_name: row.given_name,
        display_name: [row.family_name.toUpperCase(), row.given_name].filter(Boolean).join(", "),
        birth_date: row.birth_date,
        birth_date_estimated: row.birth_date_estimated,
        sex: row.sex,
      },
      due_at: row.due_at,
      collected_at: row.collected_at,
      accessioned_at: row.accessioned_at,
      recollection_of_id: row.recollection_of_id,
      created_at: row.created_at,
      updated_at: row.updated_at,
      open_results: row.open_results,
    })),
  });
}
`;
