// Line drawings by name, from Lucide (ISC licence). Only what stands here is in the build. A name in the code is the
// drawing's own in lower case: `paw-print` for PawPrint (icons.ts). Keep the list in the order of the alphabet.
// prettier-ignore
export {
	Accessibility, AlarmClock, AlarmSmoke, Anchor, Angry, Apple, Armchair, ArrowDown, ArrowLeft, ArrowRight, ArrowUp,
	Avocado, Baby, Backpack, Balloon, Banana, Bath, BatteryLow, BedSingle, Bell, Bike, Binoculars, Bird, Birdhouse,
	Bone, Book, BookHeart, Bookmark, BookOpen, Bot, Brain, Broccoli, Brush, Bug, Bus, BusFront, Cake, Calendar,
	CalendarCheck, CalendarClock, CalendarDays, CalendarHeart, CalendarX, Camera, Candy, Car, Carrot, Castle, Cat,
	ChartColumn, Check, ChefHat, Cherry, ChevronLeft, ChevronRight, Church, CircleAlert, CircleCheck, CircleEllipsis, CircleHelp,
	CircleQuestionMark, CircleSlash, CircleStop, CircleX, Citrus, Clock, Cloud, CloudRain, Clover, Coffee, Coins, Compass,
	ContactRound, Cookie, CookingPot, CreditCard, Croissant, Cross, Crown, Cupcake, Dice5, Dog, Donut, DoorClosed,
	DoorOpen, Drama, Droplets, Drum, Ear, Earth, Egg, Ellipsis, Eraser, Eye, EyeOff, FaceAngry, FaceGrinning,
	FaceNeutral, FaceSlightlyFrowning, FaceSlightlySmiling, Feather, FerrisWheel, File, FileCheck, FileText, FileUser,
	Fish, Flag, Flame, Flashlight, Flower, Flower2, Footprints, Frown, Gamepad2, Gauge, Gavel, Gem, Ghost, Gift,
	Glasses, Globe, GraduationCap, Grape, Guitar, Hamburger, Hammer, Hand, HandCoins, HandHeart, HandHelping, Handshake,
	Hash, Headphones, Heart, HeartCrack, HeartHandshake, HeartPulse, Helicopter, Hospital, HotAirBalloon, Hourglass,
	House, HouseHeart, IceCreamBowl, IceCreamCone, IdCard, Image, ImagePlus, Images, Inbox, Info, Kayak, Key, Keyboard,
	Lamp, Landmark, Languages, Laptop, Laugh, Leaf, LifeBuoy, Lightbulb, Lighthouse, Link, List, Lock, LogOut, Lollipop,
	Magnet, Mail, MailOpen, Map, MapPin, MapPinHouse, Mars, Medal, Megaphone, Meh, Menu, MessageCircle,
	MessageCircleHeart, MessageSquare, MessageSquareQuote, MessageSquareText, Mic, Milk, Minus, MonitorSmartphone, Moon,
	Mosque, Motorbike, Mountain, Music, Notebook, NotebookPen, Nut, Origami, Paintbrush, Palette, Panda, PartyPopper,
	Pause, PawPrint, Pencil, PenLine, Phone, Piano, PiggyBank, Pizza, Plane, Play, Plus, Popcorn, Printer, Puzzle,
	QrCode, Quote, Rabbit, Radio, Rainbow, RefreshCw, Refrigerator, Reply, Rocket, Rose, RotateCcw, Ruler, Sailboat,
	Salad, Sandwich, Save, Scale, School, Scissors, Scroll, Search, Send, Settings, Shell, Shield, ShieldAlert,
	ShieldCheck, ShieldUser, Ship, Shirt, ShoppingBasket, ShowerHead, Shrimp, Shrub, Smartphone, Smile, SmilePlus,
	Snail, Snowflake, Sofa, Soup, Sparkles, Speaker, Speech, Sprout, Squirrel, Star, Stethoscope, Sun, Sunrise, Sword,
	Swords, Tablet, Telescope, Tent, ThumbsDown, ThumbsUp, Ticket, Timer, Tornado, ToyBrick, Tractor, TrainFront, Trash,
	TreeDeciduous, TreePalm, TreePine, Trees, TriangleAlert, Trophy, Truck, Turtle, Tv, Umbrella, Undo2, Upload, User,
	UserPlus, UserRound, UserRoundCheck, UserRoundX, Users, UsersRound, Utensils, UtensilsCrossed, Venus, Video,
	Volleyball, Volume, Volume2, Wallet, WashingMachine, Watch, Waves, WavesHorizontal, Wheat, Wifi, WifiOff, Wind,
	Worm, Wrench, X, Zap
} from 'lucide';
