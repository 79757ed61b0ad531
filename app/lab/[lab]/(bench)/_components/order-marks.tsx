import { Tag } from "@/components/ui/tag";

type OrderMarksProps = {
  priority: "routine" | "urgent" | "stat";
  fasting?: boolean | null;
  pregnant?: boolean | null;
};

/** What is out of the ordinary about an order: urgent, stat, fasting. Routine says nothing. */
export function OrderMarks({ priority, fasting, pregnant }: OrderMarksProps) {
  return (
    <>
      {priority !== "routine" && <Tag look="strong">{priorityWords[priority]}</Tag>}
      {fasting && <Tag>Fasting</Tag>}
      {pregnant && <Tag>Pregnant</Tag>}
    </>
  );
}

export const priorityWords = { routine: "Routine", urgent: "Urgent", stat: "Stat" } as const;
