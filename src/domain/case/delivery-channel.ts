/** How a finished document may reach the applicant. */
export const DELIVERY_CHANNELS = ['link', 'email', 'whatsapp', 'print', 'hand'] as const
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number]
