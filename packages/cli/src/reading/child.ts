import { parseSource } from '@briefbook/parser'
import { serve } from './serve.js'

serve(parseSource)
