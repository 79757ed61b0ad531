import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Patient } from "@/lib/patients/schema";
import { bornWords, sexWords } from "../../_components/person-words";
import { ShownName } from "../../_components/shown-name";

type PatientTableProps = { patients: readonly Patient[]; zone: string; searched: boolean };

export function PatientTable({ patients, zone, searched }: PatientTableProps) {
  return (
    <Table label={searched ? "Patients found" : "Patients, newest first"}>
      <TableHead>
        <Head>Name</Head>
        <Head>MRN</Head>
        <Head>Born</Head>
        <Head>Sex</Head>
        <Head>Phone</Head>
        <Head>Registered</Head>
      </TableHead>
      <TableBody>
        {patients.map((patient) => (
          <Row key={patient.id}>
            <Cell phone="lead" className="wrap-anywhere">
              <RowLink href={`/patients/${patient.id}`} prefetch={false}>
                <ShownName of={patient} />
              </RowLink>
            </Cell>
            <Cell phone="lead-end">
              <Id>{patient.mrn}</Id>
            </Cell>
            <Cell phone="sub" head="born">
              {bornWords(patient)}
            </Cell>
            <Cell phone="sub-end">{sexWords[patient.sex]}</Cell>
            <Cell phone="none" className="tabular-nums">
              {patient.phone}
            </Cell>
            <Cell phone="none">
              <Time at={patient.createdAt} zone={zone} form="date" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
