import { telegramFaults } from './telegram-faults.ts'
import { testFaults } from './faults-of.ts'

testFaults(telegramFaults)
