'use client'
import { useRouter } from 'next/navigation'
import type { ComponentType, ReactNode } from 'react'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { CommandType } from '#domain/case/command.ts'
import { mayDo } from '#domain/case/may-do.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import type { ExplainedClock } from '#domain/sla/explain.ts'
import { useOfferCommands } from '#client/commands.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useSayField } from '#client/live/here.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Action } from './actions.ts'
import { actionsFor, directCommand } from './actions.ts'
import { CaseFoot } from './case-foot.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseStrip } from './case-strip.tsx'
import { Checklist } from './checklist.tsx'
import { clientFacts } from './client-facts.ts'
import type { Desk } from './desk.ts'
import { DeskContext } from './desk.ts'
import { ActionDialog } from './dialogs/action-dialog.tsx'
import { FormAnswers } from './form-answers.tsx'
import { formSections } from './form-lines.ts'
import { History } from './history.tsx'
import { IssuedDocuments } from './issued-documents.tsx'
import { KeySheet } from './key-sheet.tsx'
import { Notes } from './notes.tsx'
import { PaperRail } from './paper-rail.tsx'
import { sheetsOf } from './paper-sheets.ts'
import { PaperViewer } from './paper-viewer.tsx'
import { ComparePanel } from './pins/compare-panel.tsx'
import { PinContext } from './pins/pin-desk.ts'
import { PinList } from './pins/pin-list.tsx'
import { usePinState } from './pins/use-pin-state.ts'
import { queuePath } from './queue-path.ts'
import { useShownSheet } from './shown-sheet.ts'
import { ReturnedFaults } from './returned-faults.tsx'
import { Related, Twins } from './twins.tsx'
import { LikelyBanner } from './twins/likely-banner.tsx'
import { useAskedPlace } from './use-asked-place.ts'
import { useNote } from './use-note.ts'
import { useTrail } from './use-trail.ts'
import { HandOverNote } from './work/hand-over-note.tsx'
import { Proposals, ProposalsHint } from './work/proposals.tsx'
import { useNextCase } from './work/use-next-case.ts'
import { anythingTyped } from './use-typed.ts'

/** How one clock of this case was counted, shown in a dialog. */
export type ExplainClock = ComponentType<{
  readonly which: ExplainedClock
  readonly history: ClockHistory
  readonly onClose: () => void
}>

type CaseDeskProps = Omit<Desk, 'mayNot' | 'keepAsNote'> & {
  readonly Explain: ExplainClock | undefined
  /** The common texts of the case, above the remarks. */
  readonly note: ReactNode
  readonly head: ReactNode
  readonly live: LiveConnection | undefined
}

/** The desk of one open case: papers, form and checklist side by side, what can be done at the foot. */
export function CaseDesk({ live, Explain, note, head, ...given }: CaseDeskProps) {
  const t = useT('case')
  const text = useText()
  const router = useRouter()
  const { view, file, kind, actor, now, run } = given
  const [acting, setActing] = useState<CommandType>()
  const [keysOpen, setKeysOpen] = useState(false)
  const [explained, setExplained] = useState<ExplainedClock>()
  const [picked, setPicked] = useState<string>()
  const [, setNote] = useNote(file.id)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const facts = useMemo(() => clientFacts(now), [now])
  const desk: Desk = {
    ...given,
    mayNot: (command) => mayDo(file, command, actor, facts),
    keepAsNote: (words) => {
      setNote(({ visibility, text: before }) => ({
        visibility,
        text: before.trim() === '' ? words : `${before}\n${words}`,
      }))
      requestAnimationFrame(() => noteRef.current?.focus())
    },
  }
  const sayField = useSayField()
  const nextCase = useNextCase(actor, live)
  const trail = useTrail(file, actor, live, now)
  const actions = useMemo(() => actionsFor(file, actor, facts), [file, actor, facts])
  const sheets = useMemo(() => sheetsOf(file, kind, now), [file, kind, now])
  const sheet = useShownSheet(sheets, picked)
  const pins = usePinState(file, actor, sheets, setPicked)
  useAskedPlace(file, sheets, pins, setPicked)
  const sections = useMemo(
    () => formSections(file, kind, view.findings, now),
    [file, kind, view.findings, now],
  )

  const act = (action: Action) => {
    const direct = action.direct ? directCommand(action.command) : undefined
    if (direct) void run(direct)
    else setActing(action.command)
  }
  const latest = useRef(act)
  latest.current = act
  const byKey = (key: string) => () => {
    const action = [...actions.on, ...actions.back, ...actions.side, ...actions.rest].find(
      (one) => one.key === key && one.refusal === null,
    )
    if (action) act(action)
  }
  const commands = useMemo(() => {
    const possible = [...actions.on, ...actions.back, ...actions.side, ...actions.rest].filter(
      (action) => action.refusal === null,
    )
    const named = possible.map((action) => ({
      id: `case.${action.command}`,
      name: text(COMMAND_LABEL[action.command]),
      ...(action.key ? { key: action.key } : {}),
      run: () => latest.current(action),
    }))
    return [
      ...named,
      { id: 'case.next', name: t('work.next'), key: 'U', run: () => void nextCase() },
      { id: 'case.note', name: t('note.open'), key: 'M', run: () => noteRef.current?.focus() },
      { id: 'case.keys', name: t('keys.open'), key: '?', run: () => setKeysOpen(true) },
    ]
  }, [actions, nextCase, t, text])
  useOfferCommands(commands)
  const go = (id: string | undefined) => {
    if (id) router.push(`/permohonan/${id}`)
  }
  const step = (by: number) => {
    const among = pins.comparing ? sheets.filter((one) => one.older.length > 0) : sheets
    const at = among.findIndex((one) => one.key === sheet?.key)
    const next = among[(at + by + among.length) % among.length]
    if (next) setPicked(next.key)
  }
  useShortcuts({
    a: byKey('A'),
    l: byKey('L'),
    h: byKey('H'),
    u: () => void nextCase(),
    t: byKey('T'),
    r: byKey('R'),
    m: () => noteRef.current?.focus(),
    j: () => go(trail.next),
    k: () => go(trail.before),
    Escape: () => {
      if (pins.leave()) return
      const on = document.activeElement
      // One Esc too many does not lose the case: the first lets go of what has the focus.
      if (on instanceof HTMLElement && on.matches('button, a, input, select, textarea, summary')) on.blur()
      else router.push(trail.back ?? queuePath(file))
    },
    '?': () => setKeysOpen(true),
  })
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (anythingTyped()) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [])

  return (
    <DeskContext value={desk}>
      <PinContext value={pins}>
        <main className="case" aria-label={t('screen.title')} {...sayField}>
          <CaseHead trail={trail} live={live} onExplain={Explain ? setExplained : undefined} more={head} />
          <HandOverNote onGiveBack={() => setActing('handOver')} />
          <ProposalsHint />
          <CaseStrip />
          <LikelyBanner />
          <div
            className={
              pins.comparing
                ? 'case-work comparing'
                : sheets.length === 0
                  ? 'case-work no-papers'
                  : 'case-work'
            }
          >
            {sheets.length > 0 && !pins.comparing ? (
              <PaperRail sheets={sheets} current={sheet?.key} onPick={setPicked} />
            ) : null}
            {sheets.length > 0 ? <PaperViewer sheet={sheet} pages={view.pages} onStep={step} /> : null}
            {pins.comparing ? <ComparePanel /> : null}
            <div className="case-cols" style={pins.comparing ? { display: 'none' } : undefined}>
              <FormAnswers
                caseId={file.id}
                sections={sections}
                regions={view.regions}
                form={kind.form}
                canReveal={actor.role !== 'CITIZEN'}
              />
              <div className="case-col" role="region" aria-label={t('screen.side')} tabIndex={0}>
                <Proposals />
                <ReturnedFaults onPaper={setPicked} />
                <PinList />
                <Checklist current={sheet?.ruleId} onPick={setPicked} />
                <Related />
                <Twins />
                <IssuedDocuments />
                {note}
                <Notes inputRef={noteRef} />
                <History />
              </div>
            </div>
          </div>
          <CaseFoot
            actions={actions}
            onAct={act}
            onNote={() => noteRef.current?.focus()}
            onKeys={() => setKeysOpen(true)}
          />
          {acting ? <ActionDialog command={acting} onClose={() => setActing(undefined)} /> : null}
          <KeySheet open={keysOpen} onClose={() => setKeysOpen(false)} />
          {Explain && explained ? (
            <Suspense>
              <Explain
                which={explained}
                history={clockHistoryOf(file)}
                onClose={() => setExplained(undefined)}
              />
            </Suspense>
          ) : null}
        </main>
      </PinContext>
    </DeskContext>
  )
}
