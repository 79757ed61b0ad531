import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { rejectReasons, type Sample } from "@/lib/samples/schema";

/** Where the sample has been, as it is on record. */
export function LifeOfSample({ sample, zone }: { sample: Sample; zone: string }) {
  const at = (instant: string | null, who: { name: string } | null = null) =>
    instant && (
      <>
        <Time at={instant} zone={zone} />
        {who && <span className="block text-xs text-ink-3">{who.name}</span>}
      </>
    );
  const { rejectReasonCode, rejectNote } = sample;
  return (
    <Section title="On record">
      <DescriptionList
        items={[
          { term: "Ordered", value: at(sample.createdAt) },
          {
            term: "Collected",
            value: sample.collectionNotRecorded ? "not recorded" : at(sample.collectedAt, sample.collectedBy),
          },
          { term: "Site", value: sample.site },
          { term: "Accessioned", value: at(sample.accessionedAt, sample.accessionedBy) },
          { term: "Condition", value: sample.condition },
          { term: "Temperature", value: sample.temperatureC === null ? null : `${sample.temperatureC} °C` },
          { term: "Rejected", value: at(sample.rejectedAt, sample.rejectedBy) },
          {
            term: "Reason",
            value:
              rejectReasonCode && [rejectReasons[rejectReasonCode], rejectNote].filter(Boolean).join(": "),
          },
          { term: "Stored", value: at(sample.storedAt) },
          { term: "Place", value: sample.storageLocation },
          { term: "Disposed of", value: at(sample.disposedAt) },
          { term: "Why", value: sample.disposeReason },
          { term: "Due", value: at(sample.dueAt) },
        ]}
      />
    </Section>
  );
}
