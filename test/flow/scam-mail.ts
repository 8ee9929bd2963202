/** Mails as an operator of call-back phishing sends them: one wording, changing numbers, names and amounts. */
export function scamMail(index: number, numbers: readonly string[], extra = ''): string {
  const day = String(1 + (index % 28)).padStart(2, '0')
  return [
    `Received: from out.billing-desk${index % 3}.example by mx.example.org; ${day} Mar 2026 10:00:00 +0000`,
    `Date: ${day} Mar 2026 09:59:00 +0000`,
    `From: "Norton Billing" <billing@billing-desk${index % 3}.example>`,
    `To: victim${index}@example.org`,
    `Message-ID: <${index}@billing-desk.example>`,
    'Subject: Your Norton 360 subscription has been renewed',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Dear customer, thank you for your order NT-${7_000 + index}. Your Norton 360 subscription has been renewed`,
    `and $${300 + index}.99 will be charged to your account within 24 hours.`,
    'If you did not authorize this payment, or wish to cancel and get a refund, call our billing department',
    `immediately at ${numbers.join(' or ')}.`,
    extra,
    'Norton Billing Team',
    '',
  ].join('\r\n')
}
