import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { reportMessage } from '../../api/client';
import { isProblem } from '../../api/problem';
import { texts, useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/notice';
import { toast } from '../../ui/toast';

export const REPORT_REASONS = ['harmful', 'sexual', 'untrue', 'manipulative', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

interface ReportTexts {
  readonly title: string;
  readonly text: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<ReportReason, string>>;
  readonly send: string;
  readonly sent: string;
  readonly notHere: string;
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
    notHere: 'यहाँ शिकायत अभी नहीं ली जा रही, या यह संदेश मिट चुका है। आप सूचना पन्ने पर दिए पते पर लिख सकते हैं।',
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
    notHere:
      'Reports are not taken here yet, or the message is gone. You can write to the address on the notice page.',
  },
});

interface ReportDialogProps {
  readonly messageId: string;
  readonly onClose: () => void;
}

export const ReportDialog = ({ messageId, onClose }: ReportDialogProps): ReactNode => {
  const t = useTexts(reportTexts);
  const [reason, setReason] = useState<ReportReason>('harmful');
  const report = useMutation({
    mutationFn: () => reportMessage(messageId, reason),
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
          options={REPORT_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          value={reason}
          onChange={setReason}
        />
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
  const { notHere } = useTexts(reportTexts);
  if (error === null) return null;
  return isProblem(error, 'not_found') ? <p role="alert">{notHere}</p> : <ProblemNotice error={error} />;
};
