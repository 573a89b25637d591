import { build, canBuild, isStale } from './build.mjs'

// npm runs this after every install in the checkout, also after one without development
// dependencies and in an image layer that holds no sources yet: there is nothing to do there.
if (canBuild() && isStale()) build()
