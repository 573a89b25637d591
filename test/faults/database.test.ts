import { databaseFaults } from './database-faults.ts'
import { testFaults } from './faults-of.ts'

testFaults(databaseFaults)
