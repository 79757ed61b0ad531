import { View } from "@react-pdf/renderer";
import { formatDateTime } from "@/lib/core/dates";
import { groupDigits } from "@/lib/core/digits";
import { unitWords } from "@/lib/core/unit-words";
import type { CriticalOnPaper, ReportContent } from "@/lib/reports/content";
import { BlockHeading } from "./block-heading";
import { KeepAhead } from "./keep-ahead";
import { Words } from "./words";

/** Critical values and who was told of them, every attempt (R19). */
export function ReportCritical({ content: { critical, laboratory } }: { content: ReportContent }) {
  if (critical.length === 0) return null;
  return (
    <>
      <KeepAhead points={60} />
      <View style={{ marginTop: 11 }}>
        <BlockHeading>Critical values and their notification</BlockHeading>
        {critical.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content; two samples can have the same analyte
          <View key={index} style={{ marginBottom: 3 }}>
            <Words style={{ fontWeight: 700 }}>
              {`${value.flag} ${value.analyte} ${groupDigits(value.value)}${value.unit ? ` ${unitWords(value.unit)}` : ""}`}
            </Words>
            {value.notifications.length === 0 && (
              <Words>No notification was recorded when this version was issued.</Words>
            )}
            {value.notifications.map((notification, place) => (
              <Words // biome-ignore lint/suspicious/noArrayIndexKey: notifications are only ever added
                key={place}
              >
                {notificationWords(notification, laboratory.timeZone)}
              </Words>
            ))}
          </View>
        ))}
      </View>
    </>
  );
}

type Notification = CriticalOnPaper["notifications"][number];

const METHOD_WORDS: Record<Notification["method"], string> = {
  phone: "by phone",
  in_person: "in person",
  message: "by message",
};

function notificationWords(
  { at, by, recipientName, recipientRole, method, outcome, note }: Notification,
  timeZone: string,
) {
  const how = `${METHOD_WORDS[method]}, ${formatDateTime(new Date(at), timeZone)}`;
  const whom = `${recipientName}, ${recipientRole}`;
  const said = {
    read_back: `Told by ${by} to ${whom}, ${how}. Read back: yes.`,
    reached_no_read_back: `Told by ${by} to ${whom}, ${how}. Read back: no.`,
    unable_to_reach: `${by} was unable to reach ${whom}, ${how}.`,
  }[outcome];
  return note ? `${said} ${note}` : said;
}
