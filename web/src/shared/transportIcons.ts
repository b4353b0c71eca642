import {
  IconBike, IconBolt, IconBuilding, IconCar, IconCloud, IconDrone, IconFeather, IconFish, IconHelicopter, IconIceSkating, IconKayak, IconMoped,
  IconMountain, IconParachute, IconPlane, IconPlaneInflight, IconQuestionMark, IconRipple, IconRollerSkating, IconSailboat, IconScooter, IconScooterElectric,
  IconScubaDiving, IconShoe, IconSkateboard, IconSkiJumping, IconSnowboarding, IconSnowflake, IconSpeedboat, IconSwimming, IconTrekking, IconUmbrella,
  IconWalk, IconWaveSine, IconWheelchair, IconWind, IconWorld, type Icon,
} from '@tabler/icons-react';

const parents: Record<string, Icon> = {
  Earth: IconWorld,
  Snow: IconSnowflake,
  Water: IconRipple,
  Air: IconCloud,
  Other: IconQuestionMark,
};

const children: Record<string, Icon> = {
  Bicycle: IconBike,
  Walk: IconWalk,
  Scooter: IconScooter,
  Skateboard: IconSkateboard,
  Rollerskate: IconRollerSkating,
  'Rock Climbing': IconMountain,
  Wheelchair: IconWheelchair,
  Car: IconCar,
  'Electric Car': IconBolt,
  'Electric Bicycle': IconMoped,
  'Electric Scooter': IconScooterElectric,
  Ski: IconSkiJumping,
  Snowboard: IconSnowboarding,
  Snowshoe: IconShoe,
  'Ice Skating': IconIceSkating,
  Snowmobile: IconTrekking,
  Swim: IconSwimming,
  Paddleboard: IconWaveSine,
  'Scuba Dive': IconScubaDiving,
  Surf: IconWaveSine,
  Windsurf: IconWind,
  Kiteboard: IconWind,
  Canoe: IconKayak,
  Freedive: IconFish,
  Kayak: IconKayak,
  Row: IconKayak,
  Sail: IconSailboat,
  Boat: IconSpeedboat,
  Plane: IconPlane,
  Helicopter: IconHelicopter,
  Drone: IconDrone,
  Parachute: IconParachute,
  Paraglide: IconParachute,
  'Hang Glide': IconFeather,
  Wingsuit: IconUmbrella,
  'BASE Jump': IconBuilding,
  Glider: IconPlaneInflight,
};

export const parentIcon = (parent: string): Icon => parents[parent] ?? IconQuestionMark;

/** @param transport Parent-Child. */
export function transportIcon(transport: string): Icon {
  const [parent, child] = split(transport);
  return children[child] ?? parentIcon(parent);
}

export const childIcon = (parent: string, child: string): Icon => children[child] ?? parentIcon(parent);

/** Parent and child of Parent-Child; a child may have hyphens. */
export function split(transport: string): [string, string] {
  const hyphen = transport.indexOf('-');
  return hyphen === -1 ? [transport, ''] : [transport.slice(0, hyphen), transport.slice(hyphen + 1)];
}
