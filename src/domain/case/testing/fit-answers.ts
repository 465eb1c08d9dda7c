import type { LocalDate } from '#domain/shared/local-date.ts'
import { addDays } from '#domain/shared/local-date.ts'
import type { Answers } from '#domain/service/answers.ts'

const CONSENT = { truthStatement: true, privacyNoticeRead: true }

const APPLICANT = {
  applicantRight: 'FAMILY',
  applicantName: 'YOHANIS TUAPETI',
  applicantNik: '8101011203880007',
  noticeTo: 'PHONE',
  phone: '081234567890',
}

export type StoryKind = 'BIRTH_REGULAR' | 'KK_LOST'

/** Answers of a form that may be sent: a child of married parents, ten days old; or a lost family card. */
export function fitAnswers(kind: StoryKind, today: LocalDate): Answers {
  return kind === 'BIRTH_REGULAR' ? birth(addDays(today, -10)) : lostCard(today)
}

function birth(birthDate: LocalDate): Answers {
  return {
    ...APPLICANT,
    ...CONSENT,
    birthDate,
    childName: 'GRASELA TUAPETI',
    childSex: '2',
    placeKind: '2',
    birthPlace: 'Banda',
    birthKind: '1',
    birthOrder: 2,
    birthAttendant: '2',
    hasBirthLetter: true,
    hasMarriageProof: true,
    marriageDeedNumber: '118/12/2015',
    marriageDate: '2015-05-20',
    motherName: 'ESTER LEWERISSA',
    motherCitizenship: '1',
    motherNik: '8101015203900008',
    motherBirthPlace: 'Banda',
    motherBirthDate: '1990-03-12',
    fatherName: 'YOHANIS TUAPETI',
    fatherCitizenship: '1',
    fatherNik: '8101011203880003',
    fatherBirthPlace: 'Banda',
    fatherBirthDate: '1988-03-12',
    noKk: '8101010105100002',
    witnesses: [
      { name: 'LUKAS PATTIWAEL', nik: '8101010101700001', noKk: '8101010105100003', citizenship: '1' },
      { name: 'AMINAH KAPELA', nik: '8101014101720002', noKk: '8101010105100004', citizenship: '1' },
    ],
  }
}

function lostCard(today: LocalDate): Answers {
  return {
    ...APPLICANT,
    ...CONSENT,
    headName: 'YOHANIS TUAPETI',
    noKk: '8101010105100002',
    lossReportNumber: 'SKTLK/12/VI/2026',
    lossReportDate: addDays(today, -3),
  }
}
