import { StateMark } from "@/components/lab/state-mark";
import { FileButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { roles } from "@/lib/core/access";
import { mayFollow } from "@/lib/core/lifecycle";
import { laboratoryLifecycle } from "@/lib/laboratories/lifecycle";
import { openLaboratory } from "@/lib/operator/operations/open-laboratory";
import type { OpenedLaboratory } from "@/lib/operator/schema";
import { ConsoleScreen } from "../../_components/console-screen";
import { WhyButton } from "../../_components/why-button";
import { consoleLoad, zone } from "../../operator-actor";
import { resume, suspend } from "../actions";

export const metadata = { title: "Laboratory" };

type Props = { params: Promise<{ laboratoryId: string }> };

export default async function LaboratoryPage({ params }: Props) {
  const laboratory = await consoleLoad(openLaboratory, { params: await params });
  const { id, name, slug, url } = laboratory;
  return (
    <ConsoleScreen crumbs={[{ label: "Laboratories", href: "/operator/laboratories" }, { label: name }]}>
      <PageHead
        title={name}
        marks={
          <>
            <StateMark kind="laboratory" state={laboratory.state} />
            {laboratory.isDemonstration && <Tag>demonstration</Tag>}
          </>
        }
        note={<span className="id wrap-anywhere">{url}</span>}
        actions={
          <>
            <FileButton href={url}>Go to its door</FileButton>
            <Move laboratory={laboratory} />
          </>
        }
      />
      {laboratory.suspendedAt && (
        <Note kind="bad" title="Suspended." className="mb-6 max-w-160">
          Since <Time at={laboratory.suspendedAt} zone={zone} />. {laboratory.suspendReason}
        </Note>
      )}
      <DescriptionList
        layout="above"
        items={[
          { term: "Members", value: laboratory.members },
          { term: "Signed in now", value: laboratory.openSessions },
          {
            term: "Last active",
            value: laboratory.lastActiveAt ? <Time at={laboratory.lastActiveAt} zone={zone} /> : "never",
          },
          { term: "Signed up", value: <Time at={laboratory.createdAt} zone={zone} form="date" /> },
          { term: "Time zone", value: laboratory.timeZone },
          { term: "Currency", value: laboratory.currency },
          {
            term: "Undeliverable mails",
            value:
              laboratory.deadMails > 0 ? (
                <PageLink href={`/operator/mails?state=dead&laboratory=${id}`}>
                  {laboratory.deadMails}
                </PageLink>
              ) : null,
          },
        ]}
      />
      <div className="mt-7 grid gap-x-10 gap-y-7 md:grid-cols-2 [&>section]:mt-0">
        <Section title="Whom to write to" note="its administrators">
          <ul className="mt-1 grid gap-1.5">
            {laboratory.administrators.map(({ accountId, name: person, email }) => (
              <li key={accountId}>
                <PageLink href={`/operator/accounts/${accountId}`}>{person}</PageLink>
                <span className="block wrap-anywhere text-ink-2">{email}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title="Roles" note="how many hold each">
          <dl className="mt-1 grid max-w-60 grid-cols-[1fr_auto] gap-y-0.5">
            {laboratory.roles.map(({ role, members }) => (
              <div key={role} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-ink-2">{roles[role].label}</dt>
                <dd className="text-end tabular-nums">{members}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      <p className="mt-7">
        <PageLink href={`/operator/audit?record=${id}`}>What operators did to {slug}</PageLink>
      </p>
    </ConsoleScreen>
  );
}

function Move({ laboratory: { id, name, state, version, openSessions } }: { laboratory: OpenedLaboratory }) {
  const common = { params: { laboratoryId: id }, version };
  if (mayFollow(laboratoryLifecycle, state, "suspend")) {
    return (
      <WhyButton
        {...common}
        act={suspend}
        title={`Suspend ${name}?`}
        about={`Everybody there is signed out at once (${openSessions} now), and nobody gets in. Its records stay as they are.`}
        keep="Keep it at work"
        busy="Suspending"
        done={`${name} is suspended`}
        button="danger"
      >
        Suspend
      </WhyButton>
    );
  }
  return (
    <WhyButton
      {...common}
      act={resume}
      title={`Let ${name} work again?`}
      about="Its people sign in anew, and find everything as they left it."
      keep="Leave it suspended"
      busy="Resuming"
      done={`${name} works again`}
      look="primary"
      button="primary"
    >
      Resume
    </WhyButton>
  );
}
