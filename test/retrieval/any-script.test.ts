import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { lexicalQuery } from '../../src/retrieval/lexical-query.js';
import { searchWords } from '../../src/retrieval/search-words.js';
import { paragraphSplitting, sampleDocument } from '../indexing/sample-documents.js';
import { createWordVectors } from '../indexing/word-vectors.js';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  japanese: [
    '塩海の港は一八八四年に開かれ、その後二度拡張されました。',
    '潮の水車は今も町のパン屋のために小麦粉を挽いています。',
    'りんご祭りは毎年十月に広場で開かれ、りんごを売る店が並びます。',
    '市役所のコンピュータシステムは去年すべて新しくなりました。',
    '東京都の水道局は、京都府の図書館とは何の関係もありません。',
  ],
  korean: [
    '솔트미어 항구는 천팔백팔십사년에 문을 열었고 그 뒤로 두 번 넓어졌다.',
    '조수 물레방아는 지금도 마을 빵집을 위해 밀가루를 빻는다.',
    '사과 축제는 해마다 시월에 광장에서 열린다.',
    '시청의 전산시스템은 작년에 모두 새것으로 바뀌었다.',
    '도서관은 월요일마다 문을 닫는다.',
  ],
  chinese: [
    '盐海港于一八八四年开放，后来扩建了两次。',
    '潮汐磨坊至今仍为镇上的面包店磨面粉。',
    '苹果节每年十月在广场举行。',
    '市政厅的计算机系统去年全部更新。',
    '图书馆每逢星期一闭馆。',
  ],
  thai: [
    'ท่าเรือเปิดในปีหนึ่งแปดแปดสี่และขยายสองครั้ง',
    'โรงสีน้ำขึ้นน้ำลงยังคงโม่แป้งให้ร้านขนมปัง',
    'เทศกาลแอปเปิลจัดขึ้นทุกเดือนตุลาคมที่จัตุรัส',
    'ระบบคอมพิวเตอร์ของศาลากลางเปลี่ยนใหม่เมื่อปีที่แล้ว',
    'ห้องสมุดปิดทุกวันจันทร์',
  ],
  arabic: [
    'افتتح الميناء في عام ألف وثمانمئة وأربعة وثمانين وتم توسيعه مرتين.',
    'لا تزال طاحونة المد تطحن الدقيق للمخبز.',
    'يقام مهرجان التفاح كل عام في أكتوبر.',
    'تم تحديث نظام الحاسوب في البلدية العام الماضي.',
    'تغلق المكتبة كل يوم اثنين.',
  ],
};

describe('words alone, in any script', () => {
  let index: SearchIndex;
  let indexDir: string;

  beforeAll(async () => {
    indexDir = await mkdtemp(join(tmpdir(), 'footnote-scripts-'));
    const documents = Object.entries(TEXTS).map(([language, texts]) =>
      sampleDocument(language, texts.join('\n\n'), { title: language }),
    );
    const model = createWordVectors();
    await buildIndex({ documents, indexDir, model, splitting: paragraphSplitting });
    index = await openIndex(indexDir);
  });

  afterAll(async () => {
    await index.close();
    await rm(indexDir, { recursive: true, force: true });
  });

  it.each([
    ['港はいつ開かれましたか。', 'japanese#0'],
    ['水車は何を挽いていますか。', 'japanese#1'],
    ['りんごはどこで売られますか。', 'japanese#2'],
    ['システムはいつ新しくなりましたか。', 'japanese#3'],
    ['京都府の図書館', 'japanese#4'],
    ['항구가 언제 문을 열었습니까?', 'korean#0'],
    ['물레방아가 빻는 것은?', 'korean#1'],
    ['축제는 언제 열립니까?', 'korean#2'],
    ['시스템이 바뀐 해', 'korean#3'],
    ['도서관이 닫는 요일', 'korean#4'],
    ['港口何时开放?', 'chinese#0'],
    ['磨坊磨什么?', 'chinese#1'],
    ['计算机系统', 'chinese#3'],
    ['ท่าเรือขยายกี่ครั้ง', 'thai#0'],
    ['ร้านขนมปัง', 'thai#1'],
    ['ห้องสมุดปิดวันไหน', 'thai#4'],
    ['متى يقام مهرجان التفاح؟', 'arabic#2'],
  ])('find the passage that answers %s', async (question, passageId) => {
    const asked = await lexicalQuery(question, index.lexical);
    const [best] = await searchWords(index.lexical, asked, 10);
    expect(best?.id).toBe(passageId);
  });
});
