'use client'
import { useCallback, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { FileFact } from '#domain/case/facts.ts'
import { newId } from '#client/new-id.ts'
import { runCase, Unreachable } from '#client/run.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { clientFacts } from './client-facts.ts'
import type { RunOutcome, Trouble } from './desk.ts'
import { faultWords } from './fault-words.ts'
import { inverseOf } from './inverse.ts'
import type { Pending } from './unconfirmed.ts'

type RunParts = {
  readonly file: CaseFile | undefined
  readonly actor: Actor
  readonly clock: () => number
  readonly setPending: (change: (all: readonly Pending[]) => readonly Pending[]) => void
  readonly read: (version: number) => Promise<void>
}

/** Acts whose effect only the server can foresee: it alone knows the colleague that they name. */
const NOT_FORESEEN: readonly CaseCommand['type'][] = ['reassign', 'handOver', 'takeWork', 'proposeWork']
/** Acts that are no news to the one who does them. */
const SILENT: readonly CaseCommand['type'][] = ['extendClaim', 'writeNote', 'checkItem', 'replyPin']

/** Does an act: shown at once, confirmed by the server, taken back with its reason when it is refused. */
export function useRun({ file, actor, clock, setPending, read }: RunParts) {
  const t = useT('case')
  const toast = useToast()
  const [trouble, setTrouble] = useState<Trouble>()
  const [savedAt, setSavedAt] = useState<number>()
  const latest = useRef(file)
  latest.current = file

  const run = useCallback(
    async (command: CaseCommand, files: readonly FileFact[] = []): Promise<RunOutcome> => {
      const before = latest.current
      if (!before) throw new Error('No case is open here')
      const at = clock()
      const key = newId()
      const foreseen = NOT_FORESEEN.includes(command.type)
        ? undefined
        : decide(before, command, actor, clientFacts(at, files))
      const fail = (trouble: Trouble): Trouble => {
        setPending((all) => all.filter((one) => one.key !== key))
        if (command.type !== 'extendClaim') setTrouble(trouble)
        return trouble
      }
      if (foreseen && !foreseen.ok) return fail({ why: 'refused', command, refusal: foreseen.refusal, at })
      if (foreseen) setPending((all) => [...all, { key, happenings: foreseen.events, at }])
      setTrouble(undefined)

      const settle = (answer: CommandAnswer): RunOutcome => {
        if (!answer.ok) {
          void read(0)
          return fail({ why: 'refused', command, refusal: answer.refusal, at })
        }
        setPending((all) => all.map((one) => (one.key === key ? { ...one, version: answer.version } : one)))
        setSavedAt(clock())
        void read(answer.version)
        const inverse = inverseOf(command, before)
        if (!SILENT.includes(command.type))
          toast({
            words: t(`act.${command.type}.done`),
            ...(inverse ? { undo: () => void run(inverse) } : {}),
          })
        return 'done'
      }
      try {
        return settle(await runCase(command, before.id, before.version))
      } catch (caught) {
        if (!(caught instanceof Unreachable))
          return fail({ why: 'unsent', command, words: faultWords(caught, t('action.noAnswer')), at })
        const retry = async (): Promise<RunOutcome> => {
          if (foreseen?.ok) setPending((all) => [...all, { key, happenings: foreseen.events, at }])
          setTrouble(undefined)
          try {
            return settle(await caught.retry())
          } catch {
            return fail({ why: 'unsent', command, words: t('action.noAnswer'), at, retry })
          }
        }
        return fail({ why: 'unsent', command, words: t('action.noAnswer'), at, retry })
      }
    },
    [actor, clock, setPending, read, t, toast],
  )

  const dismiss = useCallback(() => setTrouble(undefined), [])
  return { run, trouble, dismiss, savedAt }
}
