import type { Sample } from './index.ts';

const me: [string, string] = ['Lin Wei', 'lin.wei@example.com'];

export const english: Sample[] = [
  {
    from: ['Marta Oliveira', 'marta@harbour.example.org'],
    subject: 'Revised delivery schedule for October',
    text: [
      'Hi Wei,',
      'The carrier has moved the second container to 14 October, so the whole order should be with you by the 20th. I have attached the revised schedule; the changed lines are in yellow.',
      'Could you confirm that the warehouse can unload on a Sunday?',
      'Best regards,<br>Marta',
    ],
    ago: 0.4,
    unread: true,
    files: [['Schedule_October_rev2.xlsx', 184]],
  },
  {
    from: ['Chen Hao', 'chen.hao@example.com'],
    subject: 'Re: Samples for the Hamburg fair',
    text: [
      'All twelve samples left the workshop this morning. Two of them still need labels, I will bring those myself.',
      'See you at the station at 7:40.',
    ],
    ago: 1.2,
    unread: true,
  },
  {
    from: ['Accounts Payable', 'ap@northwind.example.net'],
    subject: 'Remittance advice 2291-07',
    text: [
      'Dear supplier,',
      'Please find attached the remittance advice for invoices 10422 to 10427. The amount will be credited to your account within three working days.',
    ],
    ago: 2.5,
    unread: true,
    files: [['Remittance_2291-07.pdf', 96]],
  },
  {
    from: ['Priya Raman', 'priya.raman@lumen.example.org'],
    subject: 'Photos from the site visit',
    text: [
      'Dear Wei, as promised, the photos of line 3 and of the new packing table in full resolution.',
      'The reject rate is down to 0.8 % since Monday. Let us talk about the extra shift on our next call.',
    ],
    ago: 4,
    files: [
      ['Line3_photos.zip', 48_312],
      ['Packing_table.mp4', 61_440],
    ],
  },
  {
    from: ['Zhou Min', 'zhou.min@example.com'],
    subject: 'Budget review moved to Thursday',
    text: [
      'Hi all, finance needs one more day for the closing figures. The budget review is now on Thursday at 10:00 in room 5.',
    ],
    ago: 6,
  },
  {
    from: ['System Administrator', 'postmaster@example.com'],
    subject: 'Scheduled maintenance on Saturday night',
    text: [
      'Dear colleagues, the file server will be unavailable from Saturday 23:00 to Sunday 03:00. Mail is not affected.',
    ],
    ago: 9,
  },
  {
    from: ['Tom Becker', 'tom.becker@alpine.example.org'],
    subject: 'Quotation request: aluminium brackets',
    text: [
      'Hello,',
      'We are looking for 4,000 brackets as per the attached drawing, first delivery in week 48. Please quote for anodised and for raw finish.',
      'Kind regards,<br>Tom Becker',
    ],
    ago: 22,
    unread: true,
    files: [['Bracket_A217.pdf', 412]],
  },
  {
    from: ['Li Na', 'li.na@example.com'],
    subject: 'New badge photos',
    text: [
      'Please come to reception this week to have your badge photo taken. It takes two minutes.',
    ],
    ago: 25,
  },
  {
    from: ['Harbour Logistics', 'orders@harbour.example.org'],
    subject: 'Booking confirmed: HBL-55831',
    text: [
      'Your booking HBL-55831 has been confirmed. Vessel: Northern Light, cut-off: Friday 16:00.',
    ],
    ago: 29,
    files: [['HBL-55831.pdf', 133]],
  },
  {
    from: ['Sofia Marin', 'sofia@studio-marin.example.net'],
    subject: 'Catalogue: final proofs',
    text: [
      'Hi Wei, here are the final proofs in print resolution. Page 14 now has the corrected table.',
      'If I hear nothing by Wednesday noon, they go to the printer.',
    ],
    ago: 46,
    files: [['Catalogue_final_print.pdf', 92_160]],
  },
  {
    from: ['Chen Hao', 'chen.hao@example.com'],
    subject: 'Notes from the supplier call',
    text: [
      'Short version: price stays until March, minimum order drops to 500, and they want the forecast by the 5th of each month.',
    ],
    ago: 51,
  },
  {
    from: ['Wang Lei', 'wang.lei@example.com'],
    subject: 'Customs documents for shipment 884',
    text: [
      'The broker asks for the certificate of origin once more. I think the old scan was unreadable. Can you send the original file?',
    ],
    ago: 70,
  },
  {
    from: ['Northwind Support', 'support@northwind.example.net'],
    subject: '[Ticket 40918] We have received your request',
    text: ['Thank you for contacting us. A colleague will get back to you within one working day.'],
    ago: 74,
  },
  {
    from: ['Emma Lindqvist', 'emma@nordic-trade.example.org'],
    subject: 'Lunch in Shanghai?',
    text: ['I am in town from the 3rd to the 6th. Would Tuesday suit you? My treat this time.'],
    ago: 95,
  },
  {
    from: ['Trade Weekly', 'newsletter@tradeweekly.example.net'],
    subject: 'This week: freight rates ease for the fifth time',
    text: [
      'Spot rates on the Asia to Europe route fell again, while contract rates hold. Also in this issue: what the new labelling rules mean for small parts.',
    ],
    ago: 118,
  },
  {
    from: ['Zhou Min', 'zhou.min@example.com'],
    subject: 'Travel policy 2.1',
    text: [
      'The updated travel policy applies from the 1st. Main change: rail before air under 800 km.',
    ],
    ago: 142,
    files: [['Travel_policy_2.1.docx', 238]],
  },
  {
    from: ['Priya Raman', 'priya.raman@lumen.example.org'],
    subject: 'Test reports, batch 17 to 22',
    text: ['All six batches passed. The full measurement data is in the archive.'],
    ago: 167,
    files: [['Batch_17-22.zip', 35_840]],
  },
  {
    from: ['Li Na', 'li.na@example.com'],
    subject: 'Team dinner on the 28th',
    text: ['Please write your choice into the shared list: noodles, hot pot or something Italian.'],
    ago: 190,
  },
  {
    from: ['Marta Oliveira', 'marta@harbour.example.org'],
    subject: 'Claim for the damaged pallet',
    text: [
      'The insurer accepts the claim. We need your bank details on the attached form, signed.',
    ],
    ago: 214,
    files: [['Claim_form.pdf', 205]],
  },
  {
    from: ['Wang Lei', 'wang.lei@example.com'],
    subject: 'Video of the assembly training',
    text: ['For everyone who missed it: the recording, both parts. Please watch before Monday.'],
    ago: 262,
    files: [
      ['Training_part1.mp4', 122_880],
      ['Training_part2.mp4', 116_736],
    ],
  },
  {
    from: ['Tom Becker', 'tom.becker@alpine.example.org'],
    subject: 'Re: Payment terms',
    text: ['30 days net is fine for us. I have told our accounting department.'],
    ago: 310,
  },
  {
    from: ['Harbour Logistics', 'orders@harbour.example.org'],
    subject: 'Holiday schedule of the terminal',
    text: ['Please note the closing days of the terminal in the coming quarter.'],
    ago: 365,
  },
  {
    folder: 'sentitems',
    from: me,
    to: ['tom.becker@alpine.example.org'],
    subject: 'Re: Payment terms',
    text: ['Dear Tom, we can offer 30 days net, or 2 % discount within 10 days. Best regards, Wei'],
    ago: 318,
  },
  {
    folder: 'sentitems',
    from: me,
    to: ['sofia@studio-marin.example.net'],
    subject: 'Catalogue: corrections for page 14',
    text: ['Hi Sofia, only the table on page 14 is left. The weights are in grams, not in ounces.'],
    ago: 98,
    files: [['Page14_marked.pdf', 1204]],
  },
  {
    folder: 'draft',
    from: me,
    to: ['emma@nordic-trade.example.org'],
    subject: 'Re: Lunch in Shanghai?',
    text: ['Tuesday is perfect. There is a small place near'],
    ago: 90,
  },
  {
    folder: 'spam',
    from: ['Prize Desk', 'desk@deals.example.net'],
    subject: 'You have been selected',
    text: ['Dear customer, claim your voucher before midnight.'],
    ago: 33,
  },
  {
    folder: 'spam',
    from: ['Elena Petrova', 'e.petrova@petrova-parts.example.org'],
    subject: 'First order: 200 hinge sets',
    text: ['Good morning, we met at the fair in Hamburg and would like to place a first order.'],
    ago: 57,
    unread: true,
  },
  {
    folder: 'deleted',
    from: ['Wang Lei', 'wang.lei@example.com'],
    subject: 'Old video material',
    text: ['Raw footage of the first training, please delete when copied.'],
    ago: 600,
    files: [['Raw_footage.mov', 409_600]],
  },
  {
    folder: 'folder-101',
    from: ['Lumen Instruments', 'billing@lumen.example.org'],
    subject: 'Invoice 10431',
    text: ['Please find attached invoice 10431, due within 30 days.'],
    ago: 84,
    unread: true,
    files: [['Invoice_10431.pdf', 88]],
  },
];
