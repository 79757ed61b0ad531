import pg from "pg";

// What a database is made of, as far as Prisma's schema describes it: one line of text for each thing, so that
// two databases can be compared line by line. What Prisma cannot say — policies, checks, triggers, functions,
// exclusion constraints, generated columns, partial and expression indexes — is left out.

const queries = {
  table: `
    select c.relname as name, 'table' as definition
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  column: `
    select c.relname || '.' || a.attname as name,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then 'not null' end,
        'default ' || pg_get_expr(d.adbin, d.adrelid),
        case a.attidentity when 'a' then 'identity always' when 'd' then 'identity' end) as definition
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
  enum: `
    select t.typname as name, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as definition
    from pg_type t join pg_enum e on e.enumtypid = t.oid
    where t.typnamespace = 'public'::regnamespace group by t.typname`,
  key: `
    select c.relname || '.' || k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'f')`,
  index: `
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not i.indisprimary and not i.indisexclusion and i.indpred is null and i.indexprs is null`,
};

/**
 * @param {string} connectionString
 * @returns {Promise<Map<string, string>>} "column sample.barcode" → "text not null"
 */
export async function catalogue(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found = new Map();
    for (const [kind, sql] of Object.entries(queries)) {
      const { rows } = await client.query(sql);
      for (const { name, definition } of rows) found.set(`${kind} ${name}`, definition);
    }
    return found;
  } finally {
    await client.end();
  }
}

/**
 * Each difference as a sentence.
 * @param {Map<string, string>} fromMigrations
 * @param {Map<string, string>} fromSchema
 */
export function differences(fromMigrations, fromSchema) {
  const names = new Set([...fromMigrations.keys(), ...fromSchema.keys()]);
  return [...names].sort().flatMap((name) => {
    const migrated = fromMigrations.get(name);
    const wanted = fromSchema.get(name);
    if (migrated === wanted) return [];
    if (migrated === undefined) return [`${name}: in the Prisma schema, not in the migrations (${wanted})`];
    if (wanted === undefined && isBeyondPrisma(name, migrated)) return [];
    if (wanted === undefined) return [`${name}: in the migrations, not in the Prisma schema (${migrated})`];
    return [`${name}: the migrations say ${migrated}; the Prisma schema says ${wanted}`];
  });
}

/** Indexes for a special way of looking: another collation, trigrams, covered columns. */
const isBeyondPrisma = (/** @type {string} */ name, /** @type {string | undefined} */ definition = "") =>
  name.startsWith("index ") &&
  / COLLATE |_ops\b| INCLUDE | NULLS NOT DISTINCT|USING (?!btree)/.test(definition);
