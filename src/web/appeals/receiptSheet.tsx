/** The receipt of an appeal: number, code, until when what happens, and how to follow it; for the screen and for paper. */
import type { Receipt } from '#features/appeals/contract.ts';
import { day, moment } from '../parts/format.ts';
import { useLanguage, useWords } from '../parts/language.ts';
import { QrCode } from '../parts/qrCode.tsx';
import { appealWords } from './appealWords.ts';
import classes from './receiptSheet.module.css';

/** The address under which residents follow an appeal. */
const followAddress = (no: string): string => `${location.origin}/appeal?no=${encodeURIComponent(no)}`;

export function ReceiptSheet({ receipt }: { readonly receipt: Receipt }) {
  const say = useWords(appealWords);
  const language = useLanguage();
  const address = followAddress(receipt.no);
  return (
    <section className={classes.receipt} aria-labelledby="receipt" role="status">
      <h2 id="receipt">{say('receiptTitle')}</h2>
      <div className={classes.sheet}>
        <dl>
          <div>
            <dt>{say('receiptNo')}</dt>
            <dd className={classes.key}>{receipt.no}</dd>
          </div>
          <div>
            <dt>{say('receiptCode')}</dt>
            <dd className={classes.key}>{receipt.code}</dd>
          </div>
          <div>
            <dt>{say('receiptTaken')}</dt>
            <dd>{moment(receipt.takenAt, language)}</dd>
          </div>
          <div>
            <dt>{say('receiptAccept')}</dt>
            <dd>{day(localDay(receipt.acceptBy), language)}</dd>
          </div>
          <div>
            <dt>{say('receiptAnswer')}</dt>
            <dd>{day(localDay(receipt.answerBy), language)}</dd>
          </div>
        </dl>
        <QrCode text={address} label={address} />
      </div>
      <p>{say('receiptHow')}</p>
      <p className={classes.address}>{address}</p>
      <p className={classes.once}>{say('receiptOnce')}</p>
      <p className="no-print">
        <button type="button" onClick={() => print()}>
          {say('print')}
        </button>
      </p>
    </section>
  );
}

/** The day of a moment by the reader's clock. */
function localDay(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
