-- demo_data.sql: the demo's tagged data, as a labeling team would leave it.
--
--   sqlite3 tags.db <sql/demo_data.sql        (plain SQLite, nothing loaded)
--
-- It makes two tables, the same on every machine:
--
--   tags_raw(id, prompt, label, tagged_at, tagger, customer)   5,657 rows
--   label_alias(variant, label)     other names that taggers used for a label
--
-- Cleaned, these are 5,065 distinct prompts in 87 classes of 2 to 225
-- prompts: questions to the support of a shop.  On top comes what real tables
-- bring along:
--
--   5 classes more that have one prompt each
--   500 rows that repeat a prompt: another tagger met the same text, now and
--       then in other case or with other spaces
--   28 rows in which 13 prompts have two labels or three
--   24 rows without a prompt, 32 rows without a label
--   3 mails of more than 2,048 tokens, which is more than the smallest
--       trainers take
--   labels in other case, with stray spaces, or under another name
--   emoji, Chinese, Japanese, Korean, Cyrillic, Greek, Arabic, Hebrew, Hindi
--       and Thai, mails of several pages, letters in two Unicode forms
--
-- tests/main/demo_data.sh asserts these figures.

DROP TABLE IF EXISTS tags_raw;
DROP TABLE IF EXISTS label_alias;
CREATE TABLE tags_raw (
  id INTEGER PRIMARY KEY,
  prompt TEXT,
  label TEXT,
  tagged_at TEXT,
  tagger TEXT,
  customer TEXT
);
CREATE TABLE label_alias (
  variant TEXT PRIMARY KEY,
  label TEXT NOT NULL
);

-- A template is one line.  {a|b|c} stands for one of its parts, {name} for
-- one value of the slot of that name.  A line that begins with = is taken as
-- it stands: no greeting before it, no closing words after it.  A backslash
-- at the end joins the next line.
CREATE TEMP TABLE class (
  number INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  label TEXT NOT NULL,
  templates TEXT NOT NULL
);
CREATE TEMP TABLE slot (
  name TEXT PRIMARY KEY,
  parts TEXT NOT NULL -- JSON array
);

INSERT INTO slot (name, parts) VALUES
('item', '["kettle","rain jacket","desk lamp","headset","running belt",
  "blender","backpack","bookshelf","coffee grinder","phone case",
  "winter coat","garden chair","toaster","monitor","yoga mat","suitcase",
  "wool blanket","bike light","frying pan","desk chair","tent","keyboard",
  "table fan","mirror","hair dryer","scarf","rucksack","wall clock"]'),
('number', '["#48213","#51077","50 318","#49920","no. 47765","A-52201",
  "#50644","48871","#53390","51 482","#46008","52 917"]'),
('day', '["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday",
  "the 3rd","the 14th of March","22 November","Sunday","1 December",
  "the 30th","5 Jan","22/11"]'),
('then', '["yesterday","last week","two weeks ago","on Monday","on Friday",
  "in October","the day before yesterday","on 22/11","last night",
  "on the 3rd","at the weekend","this morning","a month ago"]'),
('city', '["Leeds","Porto","Kraków","Lyon","Zürich","São Paulo","Malmö",
  "Dublin","Gdańsk","Ghent","Tromsø","Plzeň","Cork","Graz"]'),
('country', '["Norway","Japan","Brazil","Canada","Switzerland","Iceland",
  "Türkiye","New Zealand","Mexico","Côte d''Ivoire"]'),
('price', '["£24.90","€ 39,95","18 euros","$120","£7","€1.049,00","54.50",
  "£ 310"]'),
('name', '["Ana","Jonas","Mrs Okafor","Zoë","Li Wei","Søren","Mr Haddad",
  "Priya"]'),
('mail', '["ana@example.com","j.novak@example.org","my work address",
  "my gmail account"]');

-- Two slots for long mails: a story, and a thread of many pages.
INSERT INTO slot (name, parts) VALUES ('story', json_array(
'I have been a customer for more than six years and I always told my friends '
|| 'how easy everything is with you. This time it is different. I was at home '
|| 'the whole day, the bell works, the name is on the door, and the neighbours '
|| 'were in as well.',
'Some background first: we moved in spring, the old flat is empty now, and '
|| 'half of our things are still in boxes. So I keep a list of everything we '
|| 'buy, with date, price and who was in when it came. This one has been open '
|| 'on that list for longer than any other.',
'It is a present for my mother, who turns 80 at the end of the month.'
|| char(10) || char(10) || 'I would not ask if it were for myself. The whole '
|| 'family has put money together, from three countries, and I am the one who '
|| 'promised that it would all be ready on the day.'));

INSERT INTO slot (name, parts)
WITH RECURSIVE thread(opening) AS (VALUES
  ('I wrote to the chat, and was told to wait.'),
  ('I called the hotline, held the line for 40 minutes, and was cut off.'),
  ('An automatic reply came: "We value your patience."')),
page(opening, day, text) AS (
  SELECT opening, 1, 'Please read the whole history below.' FROM thread
  UNION ALL
  SELECT opening, day + 1, text || char(10) || '> Day ' || day || ': '
    || opening || ' Nothing has changed since, ticket '
    || (70000 + day * 37) || ' is still open.'
  FROM page WHERE day < 31)
SELECT 'thread', json_group_array(text) FROM page WHERE day = 31;

INSERT INTO class (number, size, label, templates) VALUES
(1, 225, 'order status', '
Where is my {order|parcel|package} {number}?
I ordered {a|the|one} {item} on {day}, {where is it|what is the status} now?
Has my {item} {left the warehouse|been packed|been sent} yet?
Can you {tell me|check} the status of order {number}{| please}?
My account says "processing" since {day}. {Is that normal?|What now?}
{What''s happening|What''s up} with my {item}? {Ordered|Bought} it {then}
Status of {number}?
I''d like an update on the {item} I bought {then}
order {number} still "in preparation" 🤔 {any news|anything new}?
{story} Could you look up where the {item} is?
Any update on {number}? It was ordered {then}
=注文した{商品|荷物|コート|ケトル}は{もう発送されましたか|今どこですか}？
=Где мой {заказ|чайник|рюкзак}, заказанный {в понедельник|вчера}?
'),
(2, 212, 'delivery delay', '
My {item} should have {arrived|been here} on {day}. {Still nothing|Why not}?
Delivery is {two|three|five|ten} days late already, order {number}
The {item} was promised for {then} and has not come
Why does it take so long to deliver {a|one} {item} to {city}?
Still waiting for order {number}, it is {overdue|late} since {day}
{The app|Your mail|The courier} said {day}, but the {item} never showed up
How much longer do I have to wait for the {item}? 😡
{story} And the {item} is late again.
I was told {then}. It''s late. {What is going on|What is the reason}?
Delayed AGAIN?? {number}, {item}, expected {then}
{thread} The {item} was due on {day}.
=我的{包裹|订单|外套}已经晚了{三|五|七}天，什么时候能到？
'),
(3, 205, 'refund status', '
When will I get my money back for the {item}?
I sent the {item} back {then}, {where is my refund|no refund so far}
How long does a refund {take|need} to {my card|PayPal|my bank account}?
You confirmed the refund of {price} on {day}, my bank sees nothing
Has my refund for {number} been {issued|paid out|processed}?
The return of order {number} arrived with you on {day}. Refund?
Still no {price} on my account for the returned {item}
{Please check|I''m asking about} the refund of {price}
Refund for the {item} is {pending|open} since {day} 💸
My bank in {city} says that no credit of {price} has come in
=متى أستلم {المبلغ|المال} الخاص {بالطلب|بالمعطف|بالغلاية}؟
'),
(4, 197, 'return request', '
I want to {return|send back} the {item}{| I bought on {day}}
How do I return {a|the} {item}?
The {item} is not for me, {can I send it back|I''d like to return it}
Can I bring the {item} back to the shop in {city}?
I changed my mind about order {number}, how can I return it?
Return of {number}: what do I {have to do|need}?
Is it possible to return {the|an opened} {item} without the box?
My {partner|son|aunt} does not like the {item}, we would like to return it
{story} So we do not need the {item} any more and want to return it.
Bought two sizes of {jeans|running shoes|a winter coat}, one goes back, how?
=¿Cómo puedo devolver {la chaqueta|la tienda|el teclado|la maleta}?
'),
(5, 196, 'wrong item', '
I ordered {a|the} {item} and got {a|some} {item} instead
{You sent me|I received} the wrong {item}
There was a {item} in the parcel, that is not what I ordered
Order {number}: {wrong colour|wrong model|wrong size} of the {item}
This is not my order! I got somebody else''s {item}
The label says {item} but inside is a {item} 😂
Got the {blue|small|old|left-handed} one instead of the {red|large} {item}
{number} came today with the wrong article in it
The {item} in the box is not the one on your web page
=Ich habe {einen Toaster|eine Lampe|Schuhe} statt {Jeans|Zelt} bekommen
'),
(6, 183, 'damaged item', '
The {item} arrived {broken|damaged|with a crack|scratched|dented}
My {item} has a {scratch|crack|dent|hole|stain} right out of the box
Parcel {number} was {crushed|wet|torn open}, the {item} is damaged
{Glass|Parts} of the {item} {is|lie} in pieces
The box looked fine but the {item} inside is {broken|bent|in two parts}
I unpacked the {item} {then} and {the corner is chipped|a leg is broken}
{Photos attached:|See picture 📷:} the {item} is damaged
Courier dropped the parcel, the {item} is {smashed|ruined} 😭
{story} And then I opened the box and the {item} was broken.
=배송된 {주전자|의자|거울|모니터}가 {깨져|부서져} 있어요
'),
(7, 182, 'cancel order', '
Please cancel {my order|order} {number}
I want to cancel the {item} I ordered {then}
Can I {still|please} cancel {number}? {It has not shipped|I paid already}
Ordered the {item} by mistake, please stop it
I clicked twice, cancel one {item} please
Cancel everything I ordered {then}
{Stop|Please stop} the shipment of the {item}, I do not need it any more
How do I cancel {a|the} {item} before it is sent?
My {son|cat|colleague} ordered a {item} with my phone, cancel it please
=Je voudrais annuler {ma commande|la bouilloire|la veste}{| {number}}
'),
(8, 172, 'missing item', '
The {item} is missing from my parcel
I ordered a {item} and a {item}, only the {item} was in the box
Parcel {number} is incomplete, the {item} is not there
{Two of three|One of two|Three of five} things arrived, no {item}
There is no {item} in the box, just paper
The {screws|cable|charger|cover|lid} of the {item} {is|are} missing
My delivery of {day} {lacks|came without} the {item}
Something is missing: {item}, order {number}
Where is the second {item}? I paid for two
'),
(9, 169, 'payment declined', '
My card {was declined|does not go through} when I pay for the {item}
Payment {failed|refused} for order {number}, {why|what can I do}?
I can''t pay, it says "{card refused|try again later|error 51}"
My bank in {city} says all is fine but you decline my card
{Visa|Mastercard|PayPal|My debit card} is rejected at the checkout
Tried {two|three|four} times to pay {price}, declined every time
Why was my payment of {price} {not accepted|turned down} on {day}?
The payment for the {item} does not work 💳❌
Checkout {stops|hangs} at the payment, "transaction declined"
'),
(10, 159, 'change delivery address', '
I moved to {city}, please change the delivery address of {number}
Can you send the {item} to {my office|my neighbour|another address}?
Wrong street in order {number}, how can I {correct|change} it?
Please deliver the {item} to {city} instead of {city}
I forgot the {flat number|house number|postcode} in my order of {day}
The parcel {number} should go to {name}, not to me
Is it possible to redirect the {item} to a pick-up point in {city}?
My old address is still in order {number}
We are on holiday from {day}, {send|can you send} the {item} to {city}?
'),
(11, 156, 'password reset', '
I forgot my password{| again}
How do I reset my password{| for {mail}}?
The reset link {does not work|has expired|goes to an empty page}
I do not get a mail to {reset|change} my password at {mail}
Can you send me a new password{| to {mail}}?
My new password is {refused|not accepted|"too weak"} every time
Password reset {fails|loops} on {my phone|my tablet|Firefox|the app}
{I need|Please send} a new link for the password, the one of {day} is dead
Can''t remember the password of my account{|, {mail}}
lost my pw 🙈 {pls help|what now|can u reset it}
'),
(12, 150, 'discount code', '
My code {WELCOME10|SPRING|MINUS20|FREESHIP|HELLO5} does not work
The voucher is {invalid|expired|not accepted} for the {item}
I forgot to enter my discount code for order {number}
Can I use {two codes|a code} {at once|on a sale item|for a {item}}?
Code {SPRING|HELLO5|MINUS20} takes off {nothing|only 1 cent} at {price}
Where do I type in the promo code for the {item}?
The newsletter promised a discount of {5|10|15|20} % on the {item}, where?
Your code from {day} says "minimum order {price}", is that so?
=折扣码 {WELCOME10|SPRING|HELLO5} {不能用|无效}，怎么办？
'),
(13, 145, 'charged twice', '
You charged me twice for {order|the} {item}
{price} was taken two times from my {card|account}
There are two payments of {price} on {day}, I ordered once
Double charge for order {number}, please give one back
Why do I see {price} twice on my bank statement?
I paid the {item} once, my bank shows two bookings
Same amount, {price}, booked on {day} and again a day later
My card was debited 2x {price} 😠
'),
(14, 139, 'parcel not received', '
Tracking says delivered on {day} but there is no parcel
My {item} is marked as delivered, I never got it
The courier says he left {number} {at the door|in the shed|with {name}}
Not received: {item}, "delivered" according to your mail of {day}
Nobody in the house has seen the parcel with my {item}
Signed by {name}? {I do not know them|Nobody by that name lives here}
I think the parcel with the {item} was stolen from {the porch|the hall}
=Η παραγγελία φαίνεται παραδομένη αλλά δεν ήρθε {|, {number}}
'),
(15, 133, 'exchange size', '
Can I exchange the {jeans|running shoes|winter coat|rain jacket} for a \
{38|40|42|44|size L|size S}?
The {jeans|winter coat|rain jacket} {is|came} too {small|big|long|tight}, I \
need {one size up|one size down}
Swap {running shoes|jeans|coat} {38|40|42} for {39|41|43|44}, order {number}
I need the {rain jacket|winter coat|jeans} in {M|L|XL|XS} instead
Wrong size chosen, {how|where} do I exchange the {running shoes|jeans}?
Exchange the {jeans|coat|shoes} of order {number} for a {smaller|larger} size
'),
(16, 128, 'shipping cost', '
How much is {shipping|delivery|postage} {to {city}|for a {item}}?
Why do I pay {price} for the delivery of {a|one} {item}?
Is {shipping|delivery} free {from {price}|for members|to {city}}?
What does it cost to send {two|three|four} {item} to {city}?
Do you charge more for delivery to {an island|{city}|the third floor}?
Delivery costs {price} at the checkout, your page says free
=ค่าส่งไป{เชียงใหม่|กรุงเทพ|ภูเก็ต}เท่าไหร่
'),
(17, 123, 'stock availability', '
When will the {item} be back in stock?
Is the {item} {available|in stock} in {black|green|white|size M|{city}}?
The {item} is sold out, {will you get more|any chance for more}?
Do you have {three|six|ten} {item} in stock?
Please tell me as soon as the {item} is available{| in {city}}
Your site shows "only 1 left" of the {item} since {day}, is it true?
Can you put a {item} aside for me{| in {city}}?
'),
(18, 118, 'warranty claim', '
My {item} stopped working after {three|eight|14|20} months, warranty?
Is the {item} from order {number} still under warranty?
I would like to make a warranty claim for {my|a} {item}
The {item} broke {then}, I bought it {last year|in May|two years ago}
How long is the warranty on {a|the} {item}?
What do you need from me for the guarantee of the {item}?
'),
(19, 113, 'invoice request', '
Please send me the invoice for {order|the} {number}
I need {an invoice|a receipt} with {VAT|my company name} for the {item}
Where can I download the bill of {day}?
There was no invoice in the parcel with the {item}
My accountant asks for the invoice over {price}
Can you issue the invoice {number} {to my company|again|in English}?
=Нужен счёт-фактура на {чайник|рюкзак|куртку|стул}, заказ {number}
'),
(20, 108, 'account locked', '
My account {is|has been} {locked|blocked|suspended} since {day}
Why did you block my account{| {mail}}?
It says "too many attempts" and I am locked out{| since {day}}
Please unlock {my account|the account of} {mail}
I can''t log in, account disabled? My login is {mail}
How long does the lock of my account last{|, it began {then}}?
'),
(21, 103, 'delivery estimate', '
How long does delivery to {city} take?
If I order {a|the} {item} today, when does it arrive{| in {city}}?
Can I get the {item} before {day}?
What is the delivery time {for a {item}|to {country}}?
I need the {item} by the weekend, is that possible{| in {city}}?
Do you deliver {on Saturdays|the next day|in the evening} in {city}?
'),
(22, 99, 'defective product', '
The {item} does not {work|switch on|close|charge} any more
My new {item} makes a strange {noise|smell|click}
The {kettle|toaster|blender|monitor|hair dryer} switches itself off after \
{a minute|ten seconds|an hour}
{Button|Zip|Hinge|Switch} of the {item} is {stuck|loose} after {a week|two \
days|one use}
{item} faulty, tried everything in the manual
The {item} from {day} gets {very hot|loud|slow}, something is wrong with it
'),
(23, 94, 'return label', '
I have no return label for {the|my} {item}
Please send me a label to return {number}
The return label can''t be {printed|opened|scanned}
Where do I find the label for sending back the {item}?
I don''t have a printer, can I get a {QR code|printed label} for the {item}?
My return slip got lost, {number}
'),
(24, 90, 'product dimensions', '
How {wide|high|deep|long} is the {bookshelf|desk lamp|mirror|garden \
chair|suitcase|desk chair}?
What are the {measurements|exact dimensions} of the {item}?
Does the {bookshelf|mirror|desk chair|tent} fit {under a roof of 2 m|in a \
lift of 90 cm|in a small car}?
How much does the {item} weigh{| with the box}?
Is the {suitcase|backpack|rucksack} small enough for {hand luggage|a \
locker|Ryanair}?
'),
(25, 86, 'payment methods', '
Can I pay {with PayPal|by cheque|cash on delivery|with crypto|by bank \
transfer|with Apple Pay|in two currencies} {for a {item}|in {country}|in \
your shop in {city}}?
Which {cards|ways to pay} do you accept{| in {country}}?
Do you take {American Express|Maestro|Klarna|Twint|iDEAL} for {order \
{number}|a {item}}?
'),
(26, 82, 'international shipping', '
Do you {ship|deliver} to {country}?
I live in {country}, can I order {a|the} {item}?
Is it possible to send a gift to {country}, {a|one} {item}?
Why can''t I choose {country} at the checkout?
{Which|To which} countries do you ship {the {item}|heavy things} to{|, also \
{country}}?
=क्या आप {भारत|नेपाल|दिल्ली|मुंबई} में डिलीवरी करते हैं?
'),
(27, 78, 'gift card balance', '
How much is left on my gift card{| of {day}}?
Where can I check the balance of {a|my} gift card over {price}?
My gift card should have {price}, it shows {0|less|an error}
Does the rest of {price} stay on the gift card{| after I buy a {item}}?
'),
(28, 74, 'unsubscribe newsletter', '
Please stop sending me {mails|newsletters|ads}{| to {mail}}
How do I unsubscribe{| {mail}}?
I unsubscribed {then} and still get your newsletter
Take {mail} off your list
Too many mails 😤 {one a day about {item}|three since {day}}, stop it
'),
(29, 71, 'change order', '
Can I add a {item} to order {number}?
Please change the colour of the {item} in {number} to {black|red|grey|blue}
I need {two|three|four} instead of one {item} in my order of {day}
Remove the {item} from {number} and leave the rest
Can I swap the {item} for a {item} before you ship {number}?
'),
(30, 67, 'tracking number', '
I have no tracking number for {number}
The tracking {link|code} of my {item} does not work
Where can I find the tracking code{| for the {item}| of {number}}?
Tracking shows nothing since {day}
The tracking number you sent {then} is unknown to the courier
'),
(31, 64, 'refund amount', '
You refunded {price} but I paid {price}
Why is my refund {price} too low?
The refund for the {item} lacks the {shipping cost|discount|tax}
Only part of {number} was refunded, {price} instead of {price}
'),
(32, 61, 'delivery slot', '
Can you deliver the {item} {after 6 pm|in the morning|on {day}}?
I am not at home on {day}, please choose another {day|time|slot} for {number}
How do I book a time for the delivery of the {item}?
The slot on {day} does not suit us, {item} for {city}
'),
(33, 57, 'loyalty points', '
How many points do I get for {a|the} {item}?
My points from order {number} are missing
When do my {120|300|2,000} points expire?
Can I pay {price} with points?
Points for the {item} of {day} were not credited ⭐
'),
(34, 54, 'order confirmation', '
I did not get a confirmation for my order of {day}
No mail after ordering the {item}, did it go through?
Please send the confirmation of {number} to {mail} again
Is my order of the {item} complete? I saw no confirmation
'),
(35, 51, 'size guide', '
Which size of {jeans|running shoes|rain jacket|winter coat} do I need at \
{160|172|181|195} cm?
Do the {running shoes|jeans} run {small|large|narrow}?
Is your {40|42|M|L} of the {winter coat|rain jacket|jeans} a UK size?
Between {38 and 39|M and L|42 and 43}, which one for the {running \
shoes|rain jacket}?
'),
(36, 49, 'store pick-up', '
Can I pick up the {item} in {city} myself?
Is {number} ready for collection{| in {city}}?
How long do you keep the {item} at the shop for pick-up?
Can {name} collect {number} for me{| on {day}}?
'),
(37, 46, 'assembly help', '
How do I put the {bookshelf|desk chair|garden chair|tent|wall clock} together?
Step {3|5|7|12} of the {bookshelf|desk chair|tent} instructions makes no sense
Which screw goes where in the {bookshelf|garden chair|mirror}, {|step 4, \
}please?
Do I need {a drill|two people|special tools} to assemble the \
{bookshelf|desk chair|garden chair}?
'),
(38, 43, 'price match', '
The {item} costs {price} elsewhere, do you match that?
I saw the same {item} for {price} less in {city}
The {item} is {price} cheaper since {day}, do I get the difference?
'),
(39, 41, 'pre-order', '
When will my pre-ordered {item} be released?
Can I pre-order the new {item}{| for {then}}?
Is the pre-order {number} charged now or {later|at release}?
'),
(40, 38, 'change email', '
I have a new mail address, change {mail} please
How do I change the e-mail of my account{| from {mail}}?
My login is still {mail}, I {need|want} {a new one|the other one}
'),
(41, 36, 'delete account', '
Please delete my account{| {mail}| and all data}
How can I close my account{| for good}? {|It is {mail}}
I want my account {removed|erased} {today|by {day}}
'),
(42, 34, 'gift wrapping', '
Can you wrap the {item} as a {present|birthday present}?
Is there a card with the gift wrapping{| for {name}}?
What does gift wrap cost for {a|one} {item}? 🎁
'),
(43, 32, 'repair service', '
Do you repair {a|my old} {item}?
What would it cost to {repair|fix} the {zip|cable|handle} of a {item}?
Where can I hand in the {item} for repair{| in {city}}?
'),
(44, 30, 'return deadline', '
Until when can I return the {item}{| of {day}}?
Is it too late to send back {number} from {day}?
How many days do I have for a return{| of a {item}}?
'),
(45, 28, 'customs duty', '
Do I have to pay customs for the {item} in {country}?
The courier wants {price} duty for {number}
Who pays import tax to {country}{| on a {item}}?
'),
(46, 26, 'opening hours', '
When does the shop in {city} {open|close}{| on {day}}?
Are you open on {Sunday|Christmas Eve|Easter Monday} in {city}?
'),
(47, 24, 'compatible accessories', '
Does the {phone case|keyboard|monitor|bike light} {fit|work with} {an \
iPhone 12|a Mac|my Galaxy|a 28-inch bike}?
Which {filter|bulb|cable|lid} {fits|goes with} the {coffee grinder|desk \
lamp|blender|kettle}?
'),
(48, 22, 'pay in instalments', '
Can I pay the {item} in {three|six|12} instalments?
Is there interest when I pay {price} monthly{| for a {item}}?
'),
(49, 21, 'login code', '
The code to log in does not arrive {by text|by mail|at {mail}}
SMS code {never comes|expired|is wrong}, {number|tried since {day}}
'),
(50, 19, 'courier complaint', '
The driver {threw|dropped|kicked} the parcel with the {item} over the fence
Your courier was {rude|shouting|unfriendly} to {name} on {day}
'),
(51, 18, 'redeem gift card', '
How do I {use|redeem} a gift card of {price}?
Gift card code not accepted for the {item} 🎟️
'),
(52, 16, 'spare parts', '
Can I buy a new {lid|wheel|handle|foot} for the \
{kettle|suitcase|blender|desk chair}?
Do you sell {spare parts|replacement cables} for the {item}?
'),
(53, 15, 'product manual', '
I lost the manual of the {item}
Where can I download {instructions|the manual} for the {item}{| in Polish}?
'),
(54, 14, 'back order', '
My {item} is on back order since {day}, keep it or drop it?
What does "back order" mean for {number}?
'),
(55, 13, 'bulk discount', '
Is there a discount for {20|50|200} {item}?
We are a {school|hotel|club} in {city} and need {30|80} {item}, what price?
'),
(56, 12, 'pause subscription', '
Please pause my {coffee|tea|pet food} subscription until {day}
Can I skip {one|the next} {coffee|tea|pet food} delivery?
'),
(57, 11, 'product review', '
How can I {write|delete|change} a review of the {item}?
My review of the {item} was not published
'),
(58, 10, 'store location', '
Is there a shop of yours {in|near} {city}?
How do I get to your store in {city} by {tram|bike|train}?
'),
(59, 9, 'material and care', '
Can I {wash|tumble-dry|iron} the {wool blanket|winter coat|rain jacket|jeans}?
What is the {wool blanket|rucksack|yoga mat} made of?
'),
(60, 9, 'app crash', '
The app {crashes|freezes|closes} when I {open the basket|tap pay|search}
Since the update of {day} the app shows a white page 📱
'),
(61, 8, 'allergens', '
Are there {nuts|gluten|traces of milk} in the {chocolate|muesli|tea} box?
Is the {honey|coffee|soup} safe with a {nut|soy} allergy?
'),
(62, 7, 'battery', '
Which battery does the {bike light|wall clock|keyboard} take?
The battery of the {headphones|bike light} lasts {an hour|ten minutes} only 🔋
'),
(63, 7, 'student discount', '
Do students get {a discount|something off} {on a {item}|in {city}}?
'),
(64, 6, 'warranty registration', '
Where do I register my {item} for the longer warranty?
Do I have to register the {item} within 30 days?
'),
(65, 6, 'pay on invoice', '
Can I pay {a {item}|{price}} on invoice, within 14 days?
'),
(66, 6, 'jobs', '
Are you hiring in {city}{| for the summer}?
I sent my application on {day}, did it arrive?
'),
(67, 5, 'take back old device', '
Do you take the old {fridge|washing machine|TV} with you when you bring the \
new one?
Who fetches my old {oven|dryer|freezer}? It still works
'),
(68, 5, 'firmware update', '
How do I update the firmware of the {headphones|monitor|keyboard|bike \
light|alarm clock|speaker}?
'),
(69, 5, 'refer a friend', '
My friend {name} signed up with my link, where is my bonus?
'),
(70, 4, 'website error', '
Error {404|500|502} when I open the page of the {item}
'),
(71, 4, 'colour differs', '
The {item} is {green|purple|orange} in real life, it was {blue|grey} on the \
photo
'),
(72, 4, 'installation service', '
Can your people {connect|install|hang up} the {dishwasher|mirror|oven} too?
'),
(73, 4, 'privacy request', '
Which data do you hold about me{|, {mail}}? I ask under article 15 GDPR
I object to {profiling|sharing my data}, please confirm
'),
(74, 3, 'suspicious email', '
Did you send the mail about {a prize|a blocked parcel|an unpaid bill}? It \
looks like phishing
'),
(75, 3, 'sustainability', '
Is the {packaging|paper|plastic} of the {item} recycled? 🌱
'),
(76, 3, 'product recall', '
I read about the recall of the {kettle|hair dryer|toaster}, is mine affected?
'),
(77, 3, 'pet safety', '
Is the {wool blanket|yoga mat|tent} spray harmless for {cats|dogs|parrots}?
'),
(78, 3, 'become a supplier', '
We {make|carve|sew} {wooden toys|leather bags|candles} and want to sell \
through your shop
'),
(79, 3, 'donation request', '
Would you give a {item} to the raffle of our {school|village|choir}?
'),
(80, 2, 'press enquiry', '
I write for a newspaper in {city}, who can I interview about the new \
warehouse?
Where do I find your logo and photos for an article?
'),
(81, 2, 'speak to a person', '
I do not want to talk to a robot, give me a human
=人間の{担当者|オペレーター}と話したいです
'),
(82, 2, 'complaint about staff', '
{thread} And then {name} at your till laughed at me.
The lady at the desk in {city} sent me away without listening
'),
(83, 2, 'lost property', '
I left my {umbrella|gloves|glasses} in your shop in {city}, has anybody \
found them?
=שכחתי את {המטריה|המשקפיים} שלי בחנות, האם מצאתם?
'),
(84, 2, 'accessibility', '
Is there a lift or a ramp for wheelchairs in the {city} store?
Your site can''t be read with a screen reader, the buttons have no names
'),
(85, 2, 'gift receipt', '
Can I have a receipt without the price? The {item} is a present
Please add a gift receipt to {number}
'),
(86, 2, 'wedding list', '
How do we set up a list for our wedding in {city}? 💍
A guest bought the {item} twice from our wedding list
'),
(87, 2, 'parking', '
Where can I park near the shop in {city}?
Is parking free while I shop?
'),
-- Five classes with one prompt: they cannot be in train and in valid both.
(88, 1, 'franchise', '
I would like to open a shop under your name in {city}, whom do I ask?
'),
(89, 1, 'film location', '
May we shoot a short film in your empty store on a Sunday?
'),
(90, 1, 'school visit', '
Can class 4b come and see your warehouse?
'),
(91, 1, 'naming rights', '
Our football club looks for a sponsor for its stand, interested?
'),
(92, 1, 'sign language', '
Do you offer a video chat in sign language?
');

-- Texts by walking each template from left to right: a number that follows
-- from the class and the attempt, then from itself, picks each part.
CREATE TEMP TABLE made AS
WITH RECURSIVE
line(number, position, text, rest) AS (
  SELECT number, 0, NULL,
    replace(substr(templates, 2), ' \' || char(10), ' ')
  FROM class
  UNION ALL
  SELECT number, position + 1, substr(rest, 1, instr(rest, char(10)) - 1),
    substr(rest, instr(rest, char(10)) + 1)
  FROM line WHERE rest <> ''),
template AS (
  SELECT number, position - 1 AS position, text,
    count(*) OVER (PARTITION BY number) AS count
  FROM line WHERE position > 0),
attempt(attempt) AS (
  VALUES (0) UNION ALL SELECT attempt + 1 FROM attempt WHERE attempt < 999),
start(number, attempt, text, state) AS (
  SELECT c.number, a.attempt,
    CASE
      WHEN t.text LIKE '=%' THEN substr(t.text, 2)
      WHEN c.size < 9 THEN t.text
      -- Two of nine begin with a greeting, two of nine close with thanks.
      ELSE CASE a.attempt * 7 / 3 % 9
          WHEN 1 THEN '{Hi!|Hello!|Good morning.|Hi there!|Hey!} '
          WHEN 5 THEN '{Hello from {city}.|Hi, {name} here.|Me again.} '
          ELSE '' END
        || t.text
        || CASE a.attempt * 5 / 4 % 9
          WHEN 2 THEN '{ - thanks!| - thank you| thx| 🙏| - {name}}'
          WHEN 7 THEN
            '{ - please advise| - many thanks, {name}| ... anybody?| !!}'
          ELSE '' END
    END,
    (c.number * 1000003 + a.attempt * 7368787 + 42) % 2147483648
  FROM class AS c
    JOIN attempt AS a ON a.attempt < 2 * c.size + 30
    JOIN template AS t
      ON t.number = c.number AND t.position = a.attempt % t.count),
-- The first closing brace ends the innermost choice.  Three steps replace it:
-- find its braces, find its parts, put one of them in its place.
walk(number, attempt, text, state, step, opening, closing, parts) AS (
  SELECT number, attempt, text, state, 0, NULL, NULL, NULL FROM start
  UNION ALL
  SELECT number, attempt,
    CASE step WHEN 2 THEN substr(text, 1, opening - 1)
        || json_extract(parts,
          '$[' || (state / 65536 % json_array_length(parts)) || ']')
        || substr(text, closing + 1)
      ELSE text END,
    CASE step WHEN 2 THEN (state * 1103515245 + 12345) % 2147483648
      ELSE state END,
    (step + 1) % 3,
    CASE step WHEN 0 THEN length(rtrim(substr(text, 1, instr(text, '}')),
        replace(substr(text, 1, instr(text, '}')), '{', '')))
      ELSE opening END,
    CASE step WHEN 0 THEN instr(text, '}') ELSE closing END,
    CASE step WHEN 1 THEN coalesce(
      (SELECT parts FROM slot
        WHERE name = substr(text, opening + 1, closing - opening - 1)),
      '["' || replace(replace(
        substr(text, opening + 1, closing - opening - 1),
        '"', '\"'), '|', '","') || '"]') END
  FROM walk WHERE step > 0 OR instr(text, '}') > 0)
SELECT number, attempt, text
FROM walk WHERE step = 0 AND instr(text, '}') = 0;

-- What the 92 classes hold: the first texts of each that are different in
-- more than case.  One of eight was typed in small letters.
CREATE TEMP TABLE question AS
SELECT row_number() OVER (ORDER BY number, place) AS question, number, prompt
FROM (
  SELECT number, prompt,
    row_number() OVER (PARTITION BY number ORDER BY attempt) AS place
  FROM (
    SELECT number, min(attempt) AS attempt,
      CASE min(attempt) * 3 / 2 % 8 WHEN 5 THEN lower(text) ELSE text END
        AS prompt
    FROM made GROUP BY number, lower(text)))
JOIN class USING (number)
WHERE place <= size;

-- Prompts that two taggers read in two ways.
CREATE TEMP TABLE conflict (prompt TEXT, labels TEXT);
INSERT INTO conflict (prompt, labels) VALUES
('My card was charged but there is no order in my account',
  '["charged twice","order confirmation","payment declined"]'),
('The box is there, the kettle is not',
  '["missing item","wrong item","parcel not received"]'),
('I paid, then it said declined, then I paid again',
  '["charged twice","payment declined"]'),
('Broken. Money back please.', '["damaged item","refund status"]'),
('Wrong size came, I want the right one', '["wrong item","exchange size"]'),
('Can''t get in any more', '["password reset","account locked"]'),
('I do not want it any more', '["cancel order","return request"]'),
('It is late and nobody knows where it is',
  '["delivery delay","order status"]'),
('Does shipping to Oslo cost extra?',
  '["shipping cost","international shipping"]'),
('The code does not work', '["discount code","login code"]'),
('Kann ich das noch ändern?', '["change order","change delivery address"]'),
('How long until I have it?', '["delivery estimate","order status"]'),
('Screw missing, chair wobbles', '["missing item","defective product"]');

-- Everything together, in an order that has nothing to do with the classes.
CREATE TEMP TABLE event AS
SELECT question AS seed, prompt, label, size FROM question JOIN class
  USING (number)
UNION ALL
-- Every tenth question was met a second time.
SELECT 10000 + question,
  CASE question / 10 % 6
    WHEN 1 THEN upper(prompt)
    WHEN 2 THEN replace(prompt, ' ', '  ')
    WHEN 3 THEN '  ' || prompt || char(10)
    WHEN 4 THEN replace(replace(replace(prompt, 'ó', 'o' || char(769)),
      'ö', 'o' || char(776)), 'ü', 'u' || char(776))
    ELSE prompt END,
  label, size
FROM question JOIN class USING (number)
WHERE question % 10 = 0 AND question <= 5000
UNION ALL
SELECT 20000 + 10 * conflict.rowid + key, prompt, value, 0
FROM conflict, json_each(labels)
UNION ALL
SELECT 30000 + question,
  CASE question % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN '   '
    ELSE char(10) || char(9) END,
  label, 0
FROM question JOIN class USING (number) WHERE question <= 24
UNION ALL
SELECT 40000 + attempt, 'Skipped: ' || text,
  CASE attempt % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE '  ' END, 0
FROM made WHERE number = 9 AND attempt < 32
UNION ALL
SELECT 50000 + key, value || char(10) || value || char(10) || value,
  'delivery delay', 0
FROM json_each((SELECT parts FROM slot WHERE name = 'thread'));

-- Classes of ten and more have their label in several spellings, the plain
-- one by far the most often.
INSERT INTO tags_raw (id, prompt, label, tagged_at, tagger, customer)
SELECT row_number() OVER (ORDER BY shuffle), prompt,
  CASE
    WHEN size < 10 THEN label
    WHEN shuffle % 100 < 3 THEN upper(label)
    WHEN shuffle % 100 < 6 THEN upper(substr(label, 1, 1)) || substr(label, 2)
    WHEN shuffle % 100 < 9 THEN ' ' || label || '  '
    WHEN shuffle % 100 < 11 THEN replace(label, ' ', '  ')
    WHEN shuffle % 100 < 13 THEN replace(label, ' ', '_')
    WHEN shuffle % 100 < 15 THEN replace(label, ' ', '-')
    WHEN shuffle % 100 < 20 AND label = 'order status' THEN 'WISMO'
    WHEN shuffle % 100 < 20 AND label = 'return request' THEN 'RMA'
    ELSE label END,
  strftime('%Y-%m-%dT%H:%M:%SZ', '2026-03-02 08:00:00',
    (shuffle % 2592000) || ' seconds'),
  json_extract('["ana","jonas","li","mo"]', '$[' || (shuffle / 64 % 4) || ']'),
  CASE WHEN shuffle / 8 % 10 < 7 THEN 'c' || (1000 + shuffle / 128 % 2200) END
FROM (
  SELECT *, (seed * 1103515245 + 12345) % 2147483647 * 48271 % 2147483647
    AS shuffle
  FROM event)
ORDER BY shuffle;

INSERT INTO label_alias (variant, label)
SELECT replace(label, ' ', '_'), label FROM class
WHERE size >= 10 AND label LIKE '% %'
UNION ALL
SELECT replace(label, ' ', '-'), label FROM class
WHERE size >= 10 AND label LIKE '% %'
UNION ALL
VALUES ('WISMO', 'order status'), ('RMA', 'return request');

DROP TABLE class;
DROP TABLE slot;
DROP TABLE made;
DROP TABLE question;
DROP TABLE conflict;
DROP TABLE event;
