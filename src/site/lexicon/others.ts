import type { Folder, Lexicon, Wording } from './lexicon.ts';
import { supposed } from './lexicon.ts';

const folders = (
  inbox: Wording[],
  sent: Wording[],
  drafts: Wording[],
  spam: Wording[],
  deleted: Wording[],
): Record<Folder, Wording[]> => ({ inbox, sent, drafts, spam, deleted });

/**
 * The webmail's other languages: only the folders, all supposed. They tell where the column of
 * folders stands; numbers without words are then read as in any language.
 */
export const others: readonly Pick<Lexicon, 'folders'>[] = [
  {
    folders: folders(
      supposed('받은편지함', '받은 편지함', '받은메일함', '받은 메일함'),
      supposed('보낸편지함', '보낸 편지함', '보낸메일함', '보낸 메일함'),
      supposed('임시보관함', '임시 보관함'),
      supposed('스팸메일함', '스팸', '스팸 메일함'),
      supposed('휴지통', '지운 편지함', '삭제된 편지함'),
    ),
  },
  {
    folders: folders(
      supposed('Boîte de réception', 'Réception'),
      supposed('Envoyés', 'Messages envoyés', 'Éléments envoyés'),
      supposed('Brouillons'),
      supposed('Indésirables', 'Courrier indésirable', 'Spam'),
      supposed('Corbeille', 'Éléments supprimés', 'Supprimés'),
    ),
  },
  {
    folders: folders(
      supposed('Hộp thư đến'),
      supposed('Đã gửi', 'Thư đã gửi'),
      supposed('Thư nháp', 'Bản nháp'),
      supposed('Thư rác'),
      supposed('Đã xóa', 'Thùng rác', 'Thư đã xóa'),
    ),
  },
  {
    folders: folders(
      supposed('Bandeja de entrada', 'Recibidos'),
      supposed('Enviados', 'Elementos enviados'),
      supposed('Borradores'),
      supposed('Correo no deseado'),
      supposed('Eliminados', 'Papelera', 'Elementos eliminados'),
    ),
  },
  {
    folders: folders(
      supposed('Caixa de entrada'),
      supposed('Itens enviados', 'Enviadas'),
      supposed('Rascunhos'),
      supposed('Lixo eletrônico', 'Lixo eletrónico'),
      supposed('Lixeira', 'Excluídos', 'Eliminadas', 'Itens excluídos'),
    ),
  },
  {
    folders: folders(
      supposed('Gelen Kutusu', 'Gelen kutusu'),
      supposed('Gönderilenler', 'Gönderilmiş Öğeler'),
      supposed('Taslaklar'),
      supposed('İstenmeyen', 'Gereksiz'),
      supposed('Silinenler', 'Çöp Kutusu', 'Silinmiş Öğeler'),
    ),
  },
  {
    folders: folders(
      supposed('Peti Masuk', 'Peti masuk'),
      supposed('Dihantar', 'Item Dihantar'),
      supposed('Draf'),
      supposed('Mel Remeh'),
      supposed('Dipadam', 'Item Dipadam', 'Sampah'),
    ),
  },
  {
    folders: folders(
      supposed('Kotak Masuk', 'Kotak masuk'),
      supposed('Terkirim', 'Item Terkirim'),
      supposed('Konsep', 'Draf'),
      supposed('Surel Sampah'),
      supposed('Dihapus', 'Item Dihapus'),
    ),
  },
  {
    folders: folders(
      supposed('กล่องจดหมาย', 'กล่องขาเข้า', 'กล่องจดหมายเข้า'),
      supposed('ส่งแล้ว', 'จดหมายที่ส่ง', 'รายการที่ส่ง'),
      supposed('ฉบับร่าง', 'แบบร่าง'),
      supposed('จดหมายขยะ', 'สแปม'),
      supposed('ถังขยะ', 'ลบแล้ว', 'รายการที่ลบ'),
    ),
  },
];
