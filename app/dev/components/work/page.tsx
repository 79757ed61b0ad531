import { SampleShell } from "@/app/dev/components/sample-shell";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { WorkScreen } from "@/components/lab/screen";
import { WorkFooter } from "@/components/lab/work-footer";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";

export const metadata = { title: "A work screen" };

const identity = {
  family: "Jones",
  given: "William",
  mrn: "PATID1234",
  born: "15 Jun 1961",
  sex: "Male",
  age: "65 years",
  sample: { barcode: "261120-00042-1", cap: "lavender", type: "Blood, EDTA" },
} as const;

export default function WorkPage() {
  return (
    <SampleShell>
      <WorkScreen
        title="Enter results"
        identity={
          <IdentityStrip identity={identity} under="nothing">
            <Tag look="strong">Urgent</Tag>
          </IdentityStrip>
        }
        footer={
          <WorkFooter
            lead="You are entering for"
            patient={identity}
            note="26 of 28 lines entered"
            status={<strong className="text-danger">1 not saved</strong>}
            action={<Button>Next sample</Button>}
          />
        }
      >
        <p className="p-6">The grid stands here.</p>
      </WorkScreen>
    </SampleShell>
  );
}
