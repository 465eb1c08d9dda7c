import { addDays } from '#domain/shared/local-date.ts'
import type { Answers } from '../answers.ts'
import { applicantAnswers, memberRow, paperNumber, sampleFamily } from './sample-family.ts'
import type { SampleContext } from './sample-person.ts'
import { between, pick, sampleFamilyName, sampleNoKk, samplePerson } from './sample-person.ts'
import type { Sample } from './sample.ts'

function joining(context: SampleContext, age: number, childAlone: boolean): Answers {
  const { random, negeri, reportOn } = context
  const host = samplePerson(context, '1', 50, sampleFamilyName(random))
  const guest = samplePerson(context, '2', age, sampleFamilyName(random))
  return {
    ...applicantAnswers(context, age < 17 ? host : guest, age < 17 ? 'FAMILY' : 'SELF'),
    joinHeadName: host.name,
    joinNoKk: sampleNoKk(random, negeri, reportOn),
    noKk: sampleNoKk(random, negeri, reportOn),
    members: [memberRow(guest, '9', '1')],
    childAlone,
  }
}

/** B1. */
export const KK_JOIN_SAMPLES: Readonly<Record<string, Sample>> = {
  adult: (context) => joining(context, between(context.random, 18, 60), false),
  child: (context) => joining(context, between(context.random, 5, 15), true),
}

function event(context: SampleContext, id: string): Answers {
  const { husband, wife, noKk } = sampleFamily(context, 0)
  const person = id === 'BIRTH' ? samplePerson(context, '1', 0, sampleFamilyName(context.random)) : wife
  return {
    ...applicantAnswers(context, husband, 'FAMILY'),
    noKk,
    headName: husband.name,
    event: id,
    ...(id === 'OTHER' ? { eventText: 'Perubahan kewarganegaraan' } : {}),
    eventDate: addDays(context.reportOn, -between(context.random, 3, 300)),
    eventDeedNumber: paperNumber(context, 'AKTA'),
    eventName: person.name,
    ...(id === 'BIRTH' ? {} : { eventNik: person.nik }),
  }
}

/** B2. */
export const KK_CHANGE_EVENT_SAMPLES: Readonly<Record<string, Sample>> = {
  birth: (context) => event(context, 'BIRTH'),
  death: (context) => event(context, 'DEATH'),
  marriage: (context) => event(context, 'MARRIAGE'),
  divorce: (context) => event(context, 'DIVORCE'),
  adoption: (context) => event(context, 'ADOPTION'),
  recognition: (context) => event(context, 'RECOGNITION'),
  other: (context) => event(context, 'OTHER'),
}

const VALUES: Readonly<Record<string, readonly [string, string, string]>> = {
  EDUCATION: ['Tamat SD', 'SLTA/sederajat', 'Ijazah SMA'],
  OCCUPATION: ['Belum bekerja', 'Nelayan/Perikanan', 'Surat keterangan kerja'],
  RELIGION: ['Islam', 'Kristen', 'Surat pemuka agama'],
  NAME: ['YOHANES TUAPETI', 'YOHANIS TUAPETI', 'Penetapan pengadilan'],
}

function element(context: SampleContext, id: string, hasProof: boolean): Answers {
  const { husband, noKk } = sampleFamily(context, 0)
  const [oldValue, newValue, ground] = VALUES[id] ?? ['Lama', 'Baru', 'Surat keterangan']
  return {
    ...applicantAnswers(context, husband),
    noKk,
    headName: husband.name,
    changes: [{ name: husband.name, nik: husband.nik, element: id, oldValue, newValue, ground }],
    hasProof,
  }
}

/** B3. */
export const KK_CHANGE_ELEMENT_SAMPLES: Readonly<Record<string, Sample>> = {
  education: (context) => element(context, 'EDUCATION', true),
  occupation: (context) => element(context, 'OCCUPATION', true),
  withoutProof: (context) => element(context, 'RELIGION', false),
  name: (context) => element(context, 'NAME', true),
}

/** C1. */
export const KK_LOST_SAMPLES: Readonly<Record<string, Sample>> = {
  lost: (context) => {
    const { husband, wife, noKk } = sampleFamily(context, 0)
    const lossReportDate = addDays(context.reportOn, -between(context.random, 0, 20))
    return {
      ...applicantAnswers(context, wife, 'FAMILY'),
      noKk,
      headName: husband.name,
      lossReportNumber: paperNumber(context, 'SKTLK/POLSEK'),
      lossReportDate,
    }
  },
}

/** C2. */
export const KK_DAMAGED_SAMPLES: Readonly<Record<string, Sample>> = {
  damaged: (context) => {
    const { husband, noKk } = sampleFamily(context, 0)
    return {
      ...applicantAnswers(context, husband),
      noKk,
      headName: husband.name,
      damage: pick(context.random, ['Basah kena banjir', 'Robek di lipatan', 'Tulisan pudar']),
    }
  },
}
