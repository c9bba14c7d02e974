// The platform is the same; its ledger is a file.
import '../two-visits/platform.js';
