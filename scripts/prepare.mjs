import { buildPageIfStale, canBuildPage } from './build-page.mjs'
import { build, canBuild, isStale } from './build.mjs'

// npm runs this after every install in the checkout, also after one without development
// dependencies and in an image layer that holds no sources yet: there is nothing to do there.
try {
  if (canBuild() && isStale()) build()
  if (canBuildPage()) await buildPageIfStale()
} catch (error) {
  // The install itself is good, and is what somebody needs who has to mend the sources.
  console.error(`Installed, but the build failed (${error.message}), see above.`)
}
