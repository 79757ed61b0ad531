/**
 * @typedef {object} Wanted
 * @property {string} slug of a laboratory that has a catalogue
 * @property {string} prefix begins the numbers of this lot
 * @property {number} count of samples, each of a patient and an order of its own, two minutes apart
 * @property {number} live how many of the newest are at the bench; the others are stored, their results released
 * @property {number} analytes results of each sample
 */

const syllables = `'{ba,ce,di,fo,gu,ha,je,ki,lo,mu,na,pe,ri,so,tu,va,we,xi,yo,zu,bra,cle,dri,flo,gru,hal,jen,kim,lor,mun}'::text[]`;

/** One of the syllables, by the digits of a hash: names that repeat as names do. */
const syllable = (/** @type {number} */ place) =>
  `(${syllables})[1 + ('x' || substr(h, ${place * 4 + 1}, 4))::bit(16)::int % 30]`;

const statements = [
  `create temp table made on commit drop as
   select l.id as laboratory_id, i, $2 || to_char(i, 'FM0000000') as accession, at,
     uuidv7(age) as patient_id, uuidv7(age) as order_id, uuidv7(age) as order_test_id, uuidv7(age) as sample_id,
     initcap(${syllable(0)} || ${syllable(1)} || ${syllable(2)}) as family,
     initcap(${syllable(3)} || ${syllable(4)}) as given
   from laboratory l, generate_series(1, $3::int) i,
     lateral (select md5(l.slug || $2 || i) as h, i * interval '-2 minutes' as age, now() - i * interval '2 minutes' as at) hashed
   where l.slug = $1`,
  `insert into patient (laboratory_id, id, mrn, family_name, given_name, birth_date, sex, search_name, created_at, updated_at)
   select laboratory_id, patient_id, accession, family, given, date '1970-01-01' + i % 10000, 'female',
     lower(family || ' ' || given), at, at from made`,
  `insert into orders (laboratory_id, id, accession_number, patient_id, state, placed_by_name, placed_at, due_at,
     created_at, updated_at)
   select laboratory_id, order_id, accession, patient_id, (case when i <= $1 then 'placed' else 'completed' end)::"OrderState",
     'Reception', at, at + interval '4 hours', at, at from made`,
  `insert into order_test (laboratory_id, id, order_id, test_id, code, name, section, position, due_at)
   select m.laboratory_id, m.order_test_id, m.order_id, t.id, t.code, t.name, t.section, 0, m.at + interval '4 hours'
   from made m join test t on t.laboratory_id = m.laboratory_id and t.code = 'FBC'`,
  `insert into sample (laboratory_id, id, order_id, number, barcode, state, sample_type_code, sample_type_name, container,
     cap, collected_at, accessioned_at, created_at, updated_at)
   select m.laboratory_id, m.sample_id, m.order_id, 1, m.accession || '-1',
     (case when i <= $1 then 'accessioned' else 'stored' end)::"SampleState", s.code, s.name, s.container, s.cap, at, at, at, at
   from made m join test t on t.laboratory_id = m.laboratory_id and t.code = 'FBC'
   join sample_type s on s.laboratory_id = t.laboratory_id and s.id = t.sample_type_id`,
  `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position, section,
     analyte_code, analyte_name, kind, unit, decimals, due_at, created_at, updated_at, state, value, flag,
     entered_by_id, entered_at, verified_by_id, verified_at, released_by_id, released_at)
   select m.laboratory_id, uuidv7(i * interval '-2 minutes'), m.order_id, m.order_test_id, m.sample_id, m.patient_id,
     a.id, ta.position, a.section, a.code, a.name, a.kind, a.unit, a.decimals, m.at + interval '4 hours', at, at, done.*
   from made m join test t on t.laboratory_id = m.laboratory_id and t.code = 'FBC'
   join lateral (select * from test_analyte each where each.laboratory_id = t.laboratory_id and each.test_id = t.id
     order by position limit $2) ta on true
   join analyte a on a.laboratory_id = m.laboratory_id and a.id = ta.analyte_id
   cross join lateral (
     select 'pending'::"ResultState", null, null, null::uuid, null::timestamptz, null::uuid, null::timestamptz, null::uuid,
       null::timestamptz where i <= $1
     union all
     select 'released', '5', 'N', $3, at, $4, at, $5, at where i > $1) done`,
];

/**
 * Fills a laboratory with samples by SQL, as the administrator: triggers and foreign keys rest meanwhile.
 * @param {import("pg").Client} client @param {Wanted} wanted
 */
export async function fillWithSamples(client, { slug, prefix, count, live, analytes }) {
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  const people = [];
  for (const role of ["technician", "scientist", "pathologist"]) {
    const { rows } = await client.query(
      `select m.id from member m join laboratory l on l.id = m.laboratory_id
       where l.slug = $1 and $2 = any(m.roles) order by m.created_at limit 1`,
      [slug, role],
    );
    people.push(rows[0].id);
  }
  const values = [[slug, prefix, count], [], [live], [], [live], [live, analytes, ...people]];
  for (const [place, text] of statements.entries()) await client.query(text, values[place]);
  await client.query("commit");
}

/**
 * One laboratory more, with the catalogue and the members of another.
 * @param {import("pg").Client} client @param {string} slug @param {string} like
 */
export async function addLaboratory(client, slug, like) {
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  const { rows } = await client.query(
    `insert into laboratory (id, slug, name, time_zone, currency, is_demonstration)
     select uuidv7(), $1, $1, time_zone, currency, true from laboratory where slug = $2 returning id`,
    [slug, like],
  );
  for (const table of ["member", "sample_type", "analyte", "test", "test_analyte"]) {
    const { rows: columns } = await client.query(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name <> 'laboratory_id'`,
      [table],
    );
    await client.query(
      `insert into ${table} (laboratory_id, ${columns[0].names})
       select $1, ${columns[0].names} from ${table}
       where laboratory_id = (select id from laboratory where slug = $2)`,
      [rows[0].id, like],
    );
  }
  await client.query("commit");
}
