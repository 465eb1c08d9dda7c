import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { BoatReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { readReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { ConsignmentReader, headOf } from '#domain/intake/boat/consignment-format.ts'
import type { CarriedPaper, Manifest } from '#domain/intake/boat/manifest.ts'
import type { CaseCommand, CommandEnvelope } from '#domain/case/command.ts'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { aPhoto, type UploadHouse, type Visitor } from '#server/files/testing/upload-house.ts'
import type { HouseKey } from '../boat-keys.ts'
import { consignmentRow, type ConsignmentRow } from '../consignment-row.ts'
import { registerDevice, signedBy } from '../device-keys.ts'
import { consignmentPath, importConsignment } from '../import-consignment.ts'

const ORIGIN = { address: '10.1.1.1', device: 'test' }
/** What a birth of married parents needs. */
const PAPERS = ['F201', 'BIRTH_LETTER', 'MARRIAGE_PROOF', 'KK', 'KTP_MOTHER', 'KTP_FATHER'] as const

export type Parcel = { commands: unknown[]; papers: (CarriedPaper & { readonly content: Buffer })[] }

/** A phone without a signal: its own key, and files made by the format's words, not by the product's own maker. */
export class IslandPhone {
  readonly house: UploadHouse
  readonly owner: Visitor
  readonly privateKey: KeyObject
  readonly deviceKeyId: string
  readonly dinas: HouseKey
  opens = ''

  private constructor(house: UploadHouse, owner: Visitor, key: KeyObject, id: string, dinas: HouseKey) {
    this.house = house
    this.owner = owner
    this.privateKey = key
    this.deviceKeyId = id
    this.dinas = dinas
  }

  static async of(house: UploadHouse, owner: Visitor): Promise<IslandPhone> {
    const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const answer = await registerDevice(house.shell, owner.actor, publicKey, ORIGIN)
    if (!answer.ok) throw new Error(answer.why)
    return new IslandPhone(house, owner, pair.privateKey, answer.deviceKeyId, answer.house)
  }

  /** A birth from the first word to the press on "Ajukan", with a photo for each line. */
  async birth(caseId: string = randomUUID()): Promise<Parcel> {
    const parcel: Parcel = { commands: [], papers: [] }
    const add = (command: CaseCommand): void => {
      const envelope: CommandEnvelope = { commandId: randomUUID(), caseId, seenVersion: 0, command }
      parcel.commands.push(envelope)
    }
    add({
      type: 'create',
      service: 'AKTA_KELAHIRAN',
      kind: 'BIRTH_REGULAR',
      negeri: this.owner.actor.areas[0] ?? '',
      answers: fitAnswers('BIRTH_REGULAR', localDateInWit(this.house.now)),
    })
    for (const ruleId of PAPERS) {
      const content = await aPhoto()
      const sha256 = createHash('sha256').update(content).digest('hex')
      const paper = { fileId: randomUUID(), caseId, sha256, bytes: content.length, content }
      parcel.papers.push(paper)
      add({ type: 'addPaper', fileId: paper.fileId, ruleId })
    }
    add({ type: 'submit' })
    return parcel
  }

  async seal(
    { commands, papers }: Parcel,
    more: {
      readonly manifest?: Partial<Manifest>
      readonly key?: KeyObject
      readonly exportId?: string
    } = {},
  ): Promise<Buffer> {
    this.opens ||= await generateX25519Identity()
    const manifest: Manifest = {
      v: 1,
      exportId: more.exportId ?? randomUUID(),
      personId: this.owner.actor.id,
      deviceKeyId: this.deviceKeyId,
      to: this.dinas.recipient,
      replyTo: await identityToRecipient(this.opens),
      madeAt: this.house.now,
      schema: 1,
      commands,
      papers: papers.map(({ content: _content, ...paper }) => paper),
      visits: [],
      ...more.manifest,
    }
    const words = Buffer.from(JSON.stringify(manifest))
    const key = more.key ?? this.privateKey
    const signature = sign('sha256', words, { key, dsaEncoding: 'ieee-p1363' })
    const unique = new Map(papers.map((paper) => [paper.sha256, paper.content]))
    const encrypter = new Encrypter()
    encrypter.addRecipient(this.dinas.recipient)
    return Buffer.from(await encrypter.encrypt(Buffer.concat([headOf(words, signature), ...unique.values()])))
  }

  /** What the phone reads when the receipt comes back. */
  async read(sealed: Uint8Array | null): Promise<BoatReceipt> {
    const decrypter = new Decrypter()
    decrypter.addIdentity(this.opens)
    const plain = await decrypter.decrypt(new Uint8Array(sealed ?? []))
    async function* once() {
      yield plain
    }
    const { manifest: words, signature } = await new ConsignmentReader(once()).head()
    if (!signedBy(this.dinas.verifyKey, words, signature)) throw new Error('not signed by the Dinas')
    const receipt = readReceipt(new TextDecoder().decode(words))
    if (receipt === undefined) throw new Error('no receipt')
    return receipt
  }
}

/** Brings a file in as a finished upload of this carrier, and waits until it is taken in. */
export async function bring(house: UploadHouse, carrier: Visitor, file: Uint8Array): Promise<ConsignmentRow> {
  const id = randomUUID()
  await mkdir(dirname(consignmentPath(house.shell, id)), { recursive: true })
  await writeFile(consignmentPath(house.shell, id), file)
  await house.shell.prisma.consignment.create({
    data: {
      id,
      carrierId: carrier.actor.id,
      address: '10.1.1.2',
      device: 'test',
      state: 'received',
      bytes: BigInt(file.length),
      createdAt: new Date(house.now),
    },
  })
  await importConsignment(house.shell, id)
  const row = await consignmentRow(house.shell, id)
  if (row === undefined) throw new Error('gone')
  return row
}
