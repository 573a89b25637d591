import { machineFaults } from './machine-faults.ts'
import { testFaults } from './faults-of.ts'

testFaults(machineFaults)
