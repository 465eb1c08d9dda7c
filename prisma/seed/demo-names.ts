/** First and family names as they are borne in Maluku Tengah. Any likeness to a living person is chance. */
export const WOMEN = ['Yohana', 'Elsina', 'Agustina', 'Maria', 'Nurhayati', 'Dorkas', 'Josina', 'Rosalina', 'Fatima', 'Wilhelmina', 'Halima', 'Ester', 'Salma', 'Debora', 'Mince', 'Rukia'] as const
export const MEN = ['Marthinus', 'Yopi', 'Abdul Gani', 'Ferdinand', 'Hasan', 'Yohanis', 'Jafar', 'Petrus', 'Saleh', 'Markus', 'Daud', 'Rahim', 'Beni', 'Johan', 'Idris', 'Cornelis'] as const
export const FAMILIES = [
  'Titaley', 'Manuhutu', 'Matatula', 'Tuasikal', 'Ohorella', 'Wattimena', 'Pattiasina', 'Siwabessy', 'Tuhumury', 'Latukau',
  'Sahetapy', 'Pelupessy', 'Lestaluhu', 'Nanlohy', 'Salampessy', 'Leatemia', 'Umarella', 'Sangadji', 'Lonthor', 'Halattu',
  'Souhoka', 'Latupono', 'Hehanussa', 'Nahumarury', 'Lawalata', 'Kelsaba', 'Patirane', 'Renwarin', 'Tetelepta', 'Wasahua',
] as const
