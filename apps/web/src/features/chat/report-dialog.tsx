import { ReportReason } from '@saathi/contracts/enums';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { reportMessage } from '../../api/client';
import { isProblem } from '../../api/problem';
import { texts, useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/notice';
import { toast } from '../../ui/toast';

const NOTE_MAX = 500;

interface ReportTexts {
  readonly title: string;
  readonly text: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<ReportReason, string>>;
  readonly send: string;
  readonly sent: string;
  readonly note: string;
  readonly gone: string;
}

const reportTexts = texts<ReportTexts>({
  'hi-IN': {
    title: 'इस जवाब की शिकायत करें',
    text: 'कोई इंसान इसे देखेगा। आपकी बाक़ी बातें नहीं दिखतीं।',
    reason: 'क्या ग़लत लगा?',
    reasons: {
      harmful: 'नुक़सान पहुँचाने वाला',
      sexual: 'अश्लील',
      untrue: 'झूठ या मनगढ़ंत',
      manipulative: 'बहकाने वाला',
      other: 'कुछ और',
    },
    send: 'भेजें',
    sent: 'शिकायत पहुँच गई। शुक्रिया।',
    note: 'कुछ और बताना हो तो (ज़रूरी नहीं)',
    gone: 'यह संदेश अब नहीं है।',
  },
  'en-IN': {
    title: 'Report this answer',
    text: 'A person will look at it. The rest of your talk is not shown.',
    reason: 'What is wrong with it?',
    reasons: {
      harmful: 'Harmful',
      sexual: 'Sexual',
      untrue: 'Untrue or made up',
      manipulative: 'Manipulative',
      other: 'Something else',
    },
    send: 'Send',
    sent: 'The report has arrived. Thank you.',
    note: 'Anything you want to add (optional)',
    gone: 'This message is no longer there.',
  },
});

interface ReportDialogProps {
  readonly messageId: string;
  readonly onClose: () => void;
}

export const ReportDialog = ({ messageId, onClose }: ReportDialogProps): ReactNode => {
  const t = useTexts(reportTexts);
  const [reason, setReason] = useState<ReportReason>(ReportReason.Harmful);
  const [note, setNote] = useState('');
  const report = useMutation({
    mutationFn: () => reportMessage(messageId, reason, note.trim()),
    onSuccess: () => {
      toast(t.sent);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t.title} description={t.text}>
      <div className="grid gap-4">
        <Choice
          label={t.reason}
          options={Object.values(ReportReason).map((value) => ({ value, label: t.reasons[value] }))}
          value={reason}
          onChange={setReason}
        />
        <Field label={t.note} value={note} onText={setNote} maxLength={NOTE_MAX} autoComplete="off" />
        <Failure error={report.error} />
        <Button
          busy={report.isPending}
          onClick={() => {
            report.mutate();
          }}
        >
          {t.send}
        </Button>
      </div>
    </Dialog>
  );
};

interface FailureProps {
  readonly error: Error | null;
}

const Failure = ({ error }: FailureProps): ReactNode => {
  const { gone } = useTexts(reportTexts);
  if (error === null) return null;
  return isProblem(error, 'not_found') ? <p role="alert">{gone}</p> : <ProblemNotice error={error} />;
};
