/** The way to an analyte, for the pages behind it. */
export function analyteCrumbs({ id, name }: { id: string; name: string }) {
  return [
    { label: "Catalogue", href: "/catalogue" },
    { label: "Analytes", href: "/catalogue/analytes" },
    { label: name, href: `/catalogue/analytes/${id}` },
  ];
}
